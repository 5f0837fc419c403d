import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { extensionDir } from '../e2e/harness/extension-dir.ts';

export interface FakeModelOptions {
	availability: 'available' | 'downloadable' | 'unavailable';
	/** Between two words. */
	stepMs?: number;
	/** `documents`: the background has no `LanguageModel`, as in earlier versions of Chrome. */
	isIn: 'everywhere' | 'documents';
	languages?: readonly string[];
	/** The shares at which a download stands still, until the page's `fakeModelGoOn()` is called. */
	heldAt?: readonly number[];
	/** How long the document that hosts the model waits for a next question; the product's own time when left out. */
	idleMs?: number;
}

const PAGES = ['popup.html', 'sidepanel.html', 'options.html', 'model-host.html'];

/** The fake as a script that puts it in the place of the browser's own `LanguageModel`, which has no model here. */
async function fakeScript({
	isIn: _,
	idleMs: __,
	heldAt = [],
	...options
}: FakeModelOptions): Promise<string> {
	const source = await readFile(resolve(import.meta.dirname, 'fake-language-model.mjs'), 'utf8');
	return `(() => {
${source.replace('export function', 'function')}
// Contexts have no other memory in common that the product does not use.
const hasDownloaded = () => caches.has('fake-model');
const onDownloaded = () => void caches.open('fake-model');
const onShare = async (loaded) => {
	if (!${JSON.stringify(heldAt)}.includes(loaded)) return;
	await new Promise((resolve) => Object.assign(globalThis, { fakeModelGoOn: resolve }));
};
globalThis.LanguageModel = createFakeLanguageModel({
	...${JSON.stringify(options)}, hasDownloaded, onDownloaded, onShare,
});
})();`;
}

/** A minute, as the build writes it. */
const MINUTE = /\b6e4\b/g;

async function hurryHost(dir: string, idleMs: number): Promise<void> {
	const chunks = resolve(dir, 'chunks');
	const [name = ''] = (await readdir(chunks)).filter((file) => file.startsWith('model-host-'));
	const source = await readFile(resolve(chunks, name), 'utf8');
	if (source.match(MINUTE)?.length !== 1) throw new Error('The host does not name its minute just once.');
	await writeFile(resolve(chunks, name), source.replace(MINUTE, String(idleMs)));
}

/**
 * Copies the build for Chromium into `output`, and puts the fake before everything else that a context runs. No built
 * code is changed, but for the one number in `idleMs`.
 */
export async function withFakeModel(output: string, options: FakeModelOptions): Promise<void> {
	const dir = resolve(output, 'chrome-mv3');
	await rm(output, { recursive: true, force: true });
	await cp(extensionDir('chrome'), dir, { recursive: true });
	const script = await fakeScript(options);
	await writeFile(resolve(dir, 'fake-model.js'), script);
	for (const page of PAGES) {
		const path = resolve(dir, page);
		const html = await readFile(path, 'utf8');
		await writeFile(path, html.replace('<head>', '<head><script src="/fake-model.js"></script>'));
	}
	if (options.idleMs !== undefined) await hurryHost(dir, options.idleMs);
	const background = resolve(dir, 'background.js');
	const first = options.isIn === 'everywhere' ? script : 'delete globalThis.LanguageModel;';
	await writeFile(background, `${first}\n${await readFile(background, 'utf8')}`);
}
