import type { FrameMark } from '../../../utils/page/field/mark.ts';
import type { Writing, Written } from '../../../utils/page/field/write.ts';
import { frameInFocus } from '../../../utils/page/frame-in-focus.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

export interface WrittenInTab {
	written: Written | 'no field';
	/** What the field had, by our own reading. */
	seen: string | null;
}

/** A page of the extension, in Playwright or Puppeteer, whose types for the same function have little in common. */
interface ExtensionPage {
	evaluate(run: never, given: never): Promise<unknown>;
}

const runIn = <Given, Result>(
	page: ExtensionPage,
	run: (given: Given) => Promise<Result>,
	given: Given,
): Promise<Result> => page.evaluate(run as never, given as never) as Promise<Result>;

async function markInFrames(address: string) {
	const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address);
	const tabId = tab?.id ?? 0;
	const frames = await chrome.scripting.executeScript({
		target: { tabId, allFrames: true },
		files: ['/mark-field.js'],
	});
	return { tabId, frames: frames.map(({ frameId, result }) => ({ frameId, result })) };
}

async function writeInFrame(given: { tabId: number; frameId: number; writing: Writing }) {
	const { writing, tabId, frameId } = given;
	const target = { tabId, frameIds: [frameId] };
	await chrome.scripting.executeScript({ target, files: ['/write-field.js'] });
	const [done] = await chrome.scripting.executeScript({
		target,
		func: (what: Writing) => Reflect.get(globalThis, Symbol.for('lockchat.write'))(what),
		args: [writing],
	});
	return Object(done).result as Written;
}

/**
 * Marks the field that has the focus in the page of this address, in whatever frame, and writes into it, as a window does.
 *
 * @param page one of the extension
 */
export async function writeInTab(
	page: ExtensionPage,
	{ address, text, how }: Pick<Writing, 'text' | 'how'> & { address: string },
): Promise<WrittenInTab> {
	const { tabId, frames } = await runIn(page, markInFrames, address);
	const marks = frames.map(({ frameId = 0, result }) => ({ ...(result as FrameMark), frameId }));
	const frame = frameInFocus(marks);
	if (!frame?.marked) return { written: 'no field', seen: null };
	const { token, text: seen } = frame.marked;
	const writing = { token, text, how, seen };
	const written = await runIn(page, writeInFrame, { tabId, frameId: frame.frameId, writing });
	return { written, seen };
}
