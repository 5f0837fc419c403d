import { Plus } from 'lucide-react';
import { i18n } from '#i18n';
import { saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { Button } from '../../ui/button.tsx';
import { addOther } from '../draft/edit-settings.ts';
import { useSettings } from '../draft/settings-context.ts';
import { CARD } from '../fields/section.tsx';
import { browserEndpoint, browserName } from './browser-model.ts';
import { DownloadProgress } from './download-progress.tsx';
import { useDownload } from './use-download.ts';
import { useFoundModel } from './use-found-model.ts';

/**
 * A button that adds the browser's own model to the endpoints at once, since there is nothing to fill in. Draws nothing
 * where the browser has no model.
 */
export function AddBrowserModel() {
	const { store } = useSettings();
	const found = useFoundModel();
	const { state, start, cancel } = useDownload(() => void add());
	if (!found) return null;

	async function add(): Promise<void> {
		const endpoint = browserEndpoint();
		try {
			await saveEndpoints([endpoint]);
			addOther(store, endpoint);
		} catch (error) {
			store.set({
				notice: { type: 'not-stored', detail: error instanceof Error ? error.message : String(error) },
			});
		}
	}

	if (state.type === 'idle') {
		return (
			<Button onClick={() => void (found.availability === 'available' ? add() : start(found))}>
				<Plus size={16} aria-hidden="true" />
				{i18n.t('settings.addBrowserModel', { name: browserName() })}
			</Button>
		);
	}
	return (
		<div className={`${CARD} flex w-full flex-col gap-3 p-4`}>
			<DownloadProgress state={state} onCancel={cancel} onRetry={() => void start(found)} />
		</div>
	);
}
