/** Looks at a marked field of a page, and writes into it, once the user wants that. */
import { browser } from 'wxt/browser';
import type { FieldLook } from './field/look.ts';
import type { FrameMark } from './field/mark.ts';
import type { Writing, Written } from './field/write.ts';
import { frameInFocus } from './frame-in-focus.ts';
import { inTime } from './in-time.ts';
import type { FieldPlace } from './marked-fields.ts';
import { PageError, pageFailureOf } from './read-page.ts';

export type { FieldLook } from './field/look.ts';
export type { Writing, Written } from './field/write.ts';

/** The longest wait for the page, in milliseconds. A page that is caught in a loop never runs our script. */
const WITHIN_MS = 8_000;

/** Runs in the page, where `write-field.js` has put the function, under the symbol that is named there. */
const lookInPage = (token: string): FieldLook | null => {
	const world: Record<symbol, typeof lookInPage | undefined> = Object(globalThis);
	return world[Symbol.for('lockchat.look')]?.(token) ?? null;
};

/** Runs in the page, as the one above. */
const writeInPage = (writing: Writing): Promise<Written> | Written => {
	const world: Record<symbol, typeof writeInPage | undefined> = Object(globalThis);
	return world[Symbol.for('lockchat.write')]?.(writing) ?? 'gone';
};

async function inPage<T>(run: () => Promise<readonly { result?: unknown }[]>): Promise<T | null> {
	let results: readonly { result?: unknown }[] | undefined;
	try {
		results = await inTime(run(), WITHIN_MS);
	} catch (error) {
		throw new PageError(pageFailureOf(error), { cause: error });
	}
	if (!results) throw new PageError('late');
	// It comes from our own script, which the page does not reach.
	return (results[0]?.result as T | undefined) ?? null;
}

/**
 * The field as it is now.
 *
 * @throws {PageError} `gone` also where the page is there, and the field is not, or is not to be written in any more.
 */
export async function lookAtField({ tabId, frameId, token }: FieldPlace): Promise<FieldLook> {
	const target = { tabId, frameIds: [frameId] };
	const look = await inPage<FieldLook>(async () => {
		await browser.scripting.executeScript({ target, files: ['/write-field.js'] });
		return browser.scripting.executeScript({ target, func: lookInPage, args: [token] });
	});
	if (!look) throw new PageError('gone');
	return look;
}

/**
 * Writes into the field, if it still has the text that the user has seen. To be called by the user's click alone.
 *
 * @throws {PageError}
 */
export async function writeIntoField(
	{ tabId, frameId, token }: FieldPlace,
	writing: Omit<Writing, 'token'>,
): Promise<Written> {
	const target = { tabId, frameIds: [frameId] };
	const args: [Writing] = [{ ...writing, token }];
	return (
		(await inPage<Written>(() => browser.scripting.executeScript({ target, func: writeInPage, args }))) ??
		'gone'
	);
}

/**
 * The field of a tab's page that has the focus, in whatever frame; null where none has.
 *
 * @throws {PageError}
 */
export async function focusedFieldOf(tabId: number): Promise<FieldPlace | null> {
	let frames: readonly { frameId?: number; result?: unknown }[] | undefined;
	try {
		const target = { tabId, allFrames: true };
		frames = await inTime(browser.scripting.executeScript({ target, files: ['/mark-field.js'] }), WITHIN_MS);
	} catch (error) {
		throw new PageError(pageFailureOf(error), { cause: error });
	}
	if (!frames) throw new PageError('late');
	const answers = frames.flatMap(({ frameId = 0, result }) => {
		const mark = result as FrameMark | null | undefined;
		return mark ? [{ ...mark, frameId }] : [];
	});
	const frame = frameInFocus(answers);
	return frame?.marked ? { tabId, frameId: frame.frameId, token: frame.marked.token } : null;
}
