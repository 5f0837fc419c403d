import { type Browser, browser } from 'wxt/browser';
import type { ReadSelection } from './collect/read-selection.ts';
import { inTime } from './in-time.ts';

/** What is selected in a frame of a tab. */
export interface FrameSelection extends ReadSelection {
	frameId: number;
}

/**
 * The longest wait for the page, in milliseconds. A page that is caught in a loop never runs our script, and a window
 * waits for the selection.
 */
const READ_WITHIN_MS = 2_000;

/** What is read in frames of a tab; none where extensions may not read the page (PDF viewers, stores, chrome://) or it hangs. */
async function readFrames(target: Browser.scripting.InjectionTarget): Promise<FrameSelection[]> {
	if (target.tabId < 0) return [];
	try {
		const reading = browser.scripting.executeScript<[], ReadSelection>({
			target,
			files: ['/read-selection.js'],
		});
		const frames = await inTime(reading, READ_WITHIN_MS);
		if (!frames) console.info('The page did not answer in time.');
		return (frames ?? []).flatMap(({ frameId, result }) => (result ? [{ ...result, frameId }] : []));
	} catch (error) {
		console.info('The page does not let its selection be read.', error);
		return [];
	}
}

/** What is selected in one frame, and the field in it; null where that cannot be read. */
export async function readFrame(tabId: number, frameId: number): Promise<FrameSelection | null> {
	const [read] = await readFrames({ tabId, frameIds: [frameId] });
	return read ?? null;
}

/**
 * The frame of a tab in which something is selected: the one that has the keyboard, else any of those that the extension
 * may enter, as browsers pass over the others; null where nothing is, or where extensions may not read the page.
 */
export async function findSelection(tabId: number): Promise<FrameSelection | null> {
	const [found] = (await readFrames({ tabId, allFrames: true }))
		.filter(({ selected }) => selected.trim() !== '')
		.sort((one, other) => Number(other.hasKeyboard) - Number(one.hasKeyboard));
	return found ?? null;
}
