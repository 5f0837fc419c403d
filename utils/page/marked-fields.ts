/**
 * The fields that the user has asked about: an answer may be written there. The fields themselves stay in their pages, each
 * under a token (see `field/mark.ts`). Here it is kept which tab and frame has it, until the browser closes.
 */
import { browser } from 'wxt/browser';
import { cleanText } from './collect/clean-text.ts';
import type { FrameMark } from './field/mark.ts';
import { inTime } from './in-time.ts';

/** Where a field is, and what was asked about it. */
export interface FieldPlace {
	token: string;
	tabId: number;
	frameId: number;
}

interface Kept extends FieldPlace {
	asked: string;
	at: number;
}

const PREFIX = 'field:';
const MOST_KEPT = 50;
const MARK_WITHIN_MS = 2_000;

/** Tells one text from another, and is short: whole texts would fill the storage. */
const shortOf = (text: string): string => `${text.length} ${text.slice(0, 200)}`;
/** Quotations have no characters that no reader sees, of which editors are full. */
const withoutSpace = (text: string): string => cleanText(text).replace(/\s+/g, '');

/**
 * Marks the field of a frame that has the focus, if it is what the user asks about.
 *
 * @param asked the text that the question has of it.
 */
export async function markField(tabId: number, frameId: number, asked: string): Promise<void> {
	try {
		const marking = browser.scripting.executeScript({
			target: { tabId, frameIds: [frameId] },
			files: ['/mark-field.js'],
		});
		const [frame] = (await inTime(marking, MARK_WITHIN_MS)) ?? [];
		const { marked }: Partial<FrameMark> = Object(frame?.result);
		if (!marked?.token || withoutSpace(marked.text) !== withoutSpace(asked)) return;
		const kept: Kept = { token: marked.token, tabId, frameId, asked: shortOf(asked), at: Date.now() };
		await browser.storage.session.set({ [PREFIX + kept.token]: kept });
	} catch (error) {
		console.info('The field is not remembered; the answer can be copied.', error);
	}
}

const isKept = (item: unknown): item is Kept => typeof item === 'object' && item !== null && 'asked' in item;

/**
 * The field that was asked about; null where none was.
 *
 * @param asked the texts quoted in each question, the nearest question first. Of fields with the same text it is the newest.
 */
export async function fieldOf(asked: readonly (readonly string[])[]): Promise<FieldPlace | null> {
	const items = Object.entries(await browser.storage.session.get(null));
	const all = items
		.flatMap(([key, item]) => (key.startsWith(PREFIX) && isKept(item) ? [item] : []))
		.sort((one, other) => other.at - one.at);
	const old = all.slice(MOST_KEPT).map(({ token }) => PREFIX + token);
	if (old.length > 0) await browser.storage.session.remove(old);
	for (const texts of asked) {
		const found = all.find((kept) => texts.map(shortOf).includes(kept.asked));
		if (found) return found;
	}
	return null;
}
