import type { Writing, Written } from '../../../utils/page/field/write.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

export interface WrittenInTab {
	written: Written | 'no field';
	/** What the field had, by our own reading. */
	seen: string | null;
}

/**
 * Marks the field that has the focus in the page of this address, in whatever frame, and writes into it, as a window does.
 * It runs in a page of the extension.
 */
export async function writeInTab({
	address,
	text,
	how,
}: Pick<Writing, 'text' | 'how'> & { address: string }): Promise<WrittenInTab> {
	const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address);
	const tabId = tab?.id ?? 0;
	const frames = await chrome.scripting.executeScript({
		target: { tabId, allFrames: true },
		files: ['/mark-field.js'],
	});
	const at = (way: readonly number[]) =>
		frames.find(({ result }) => Object(result).path?.join() === way.join());
	let [found, way]: [ReturnType<typeof at>, number[]] = [at([]), []];
	while (typeof Object(found?.result).inner === 'number') {
		way = [...way, Object(found?.result).inner];
		found = at(way);
	}
	if (!Object(found?.result).marked) return { written: 'no field', seen: null };
	const { token, text: seen } = Object(found?.result).marked;
	const target = { tabId, frameIds: [found?.frameId ?? 0] };
	await chrome.scripting.executeScript({ target, files: ['/write-field.js'] });
	const [done] = await chrome.scripting.executeScript({
		target,
		func: (writing: Writing) => Reflect.get(globalThis, Symbol.for('lockchat.write'))(writing),
		args: [{ token, text, how, seen }],
	});
	return { written: Object(done).result, seen };
}
