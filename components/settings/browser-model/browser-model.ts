/** The browser's own model, for the windows in which the user connects it. */
import { i18n } from '#i18n';
import { BROWSER_MODEL_ID, type BrowserModelEndpoint } from '../../../utils/providers/browser-endpoint.ts';
import { type FoundModel, findModel, ownModel } from '../../../utils/providers/language-model.ts';

/** The browser's name as its user knows it: “Chrome”, “Edge”. */
export function browserName(): string {
	const data: { brands?: { brand: string }[] } | undefined = Reflect.get(navigator, 'userAgentData');
	const brands = (data?.brands ?? []).map(({ brand }) => brand).filter((brand) => !/not.*brand/i.test(brand));
	const own = brands.find((brand) => brand !== 'Chromium') ?? brands[0];
	return own?.replace(/^(?:Google|Microsoft) /, '') ?? i18n.t('chat.thisBrowser');
}

export function browserEndpoint(): BrowserModelEndpoint {
	return {
		kind: 'browser',
		id: BROWSER_MODEL_ID,
		name: browserName(),
		models: [i18n.t('settings.connect.browserModel')],
	};
}

/** What the browser offers; null where it has no model for this user, or cannot tell now. Never rejects. */
export async function lookForModel(): Promise<FoundModel | null> {
	try {
		const model = ownModel();
		const found = model ? await findModel(model) : null;
		return found?.availability === 'unavailable' ? null : found;
	} catch (error) {
		console.error('The browser does not tell whether it has a model.', error);
		return null;
	}
}

/**
 * Has the browser download its model and load it once. To be called straight from a click: without the user's gesture
 * the browser refuses. `onProgress` is told the share that has come, from 0 to 1.
 */
export async function downloadModel(
	{ options }: FoundModel,
	{ signal, onProgress }: { signal: AbortSignal; onProgress: (loaded: number) => void },
): Promise<void> {
	const session = await ownModel()?.create({
		...options,
		signal,
		monitor(monitor) {
			monitor.addEventListener('downloadprogress', (event) => {
				if ('loaded' in event && typeof event.loaded === 'number') onProgress(event.loaded);
			});
		},
	});
	session?.destroy();
}
