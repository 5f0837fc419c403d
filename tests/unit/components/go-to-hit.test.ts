// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { goToHit } from '../../../components/chat/transcript/go-to-hit.ts';
import type { StickToBottom } from '../../../components/chat/transcript/stick-to-bottom.ts';
import { createFakeSession } from './fake-session.ts';

/** Scrolling has tests of its own. */
const STICK: StickToBottom = {
	jump: () => undefined,
	hold: () => undefined,
	restore: () => undefined,
	release: () => undefined,
	dispose: () => undefined,
};

/** What is drawn is seen by observers in the next microtask. */
const untilSeen = () => new Promise((resolve) => setTimeout(resolve));

describe('case 160: the message that a search has found', () => {
	let journey: AbortController;
	let scroller: HTMLElement;
	let elsewhere: HTMLElement;
	const message = () => scroller.querySelector('.message');

	beforeEach(() => {
		document.body.innerHTML =
			'<button>History</button><div id="log"><article class="message"><p>A walrus sings.</p></article></div>';
		scroller = document.querySelector('#log') as HTMLElement;
		elsewhere = document.querySelector('button') as HTMLElement;
		journey = new AbortController();
		const session = createFakeSession({ path: [{ id: 'm', role: 'assistant', versions: ['m'] }] });
		const sought = { messageId: 'm', words: ['walrus'] };
		goToHit({ session, sought, scroller, stick: STICK, signal: journey.signal });
	});
	afterEach(() => journey.abort());

	/** Draws the message anew, as Markdown does when its code is loaded. */
	async function redraw(whole: boolean): Promise<void> {
		if (whole) scroller.innerHTML = '<article class="message"><p>A walrus sings.</p></article>';
		else (message() as Element).innerHTML = '<p>A walrus sings.</p>';
		await untilSeen();
	}

	it('gets the focus', () => {
		expect(document.activeElement).toBe(message());
	});

	it('gets it again when it is drawn anew, which drops the focus', async () => {
		await redraw(true);
		expect(document.activeElement).toBe(message());
	});

	it('leaves it where a reader has moved it, also without a key, whatever is drawn anew', async () => {
		elsewhere.focus();
		await redraw(false);
		await redraw(true);
		expect(document.activeElement).toBe(elsewhere);
	});
});
