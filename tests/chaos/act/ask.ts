import { readWindow } from '../browser/read-window.ts';
import type { ChaosWindow } from '../chaos-window.ts';
import { questionsIn } from '../plan/words.ts';
import type { Stage } from './stage.ts';

/** A way to send a question; resolves to false if it could not be sent. */
export type Send = (window: ChaosWindow) => Promise<boolean>;

export async function byEnter({ page }: ChaosWindow): Promise<boolean> {
	await page.press('Enter');
	return true;
}

export const byClick: Send = ({ page }) => page.click('Send');
export const byDoubleClick: Send = ({ page }) => page.click('Send', { times: 2 });

/** Sends as fast as a window can, so that several windows send at the same time. */
const bySubmit: Send = ({ page }) =>
	page.evaluate(async () => {
		const composer = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"]');
		composer?.form?.requestSubmit();
		return composer !== null;
	});

interface Typed {
	window: ChaosWindow;
	text: string;
	isInDeletedChat: boolean;
}

async function type({ ledger, nextQuestion }: Stage, window: ChaosWindow): Promise<Typed | null> {
	const text = nextQuestion();
	const { messages } = await readWindow(window.page);
	const shown = messages.flatMap((message) => questionsIn(message.text));
	const isInDeletedChat = shown.some(
		(question) => (ledger.questions.get(question)?.fate ?? 'kept') !== 'kept',
	);
	return (await window.page.fill('Message', text)) ? { window, text, isInDeletedChat } : null;
}

/** Notes whether the question was sent, which the empty composer shows. A question that was not sent is removed from the composer. */
async function note({ ledger }: Stage, typed: Typed, at: number): Promise<boolean> {
	const { window, text, isInDeletedChat } = typed;
	if ((await readWindow(window.page)).draft.includes(text)) {
		await window.page.fill('Message', '');
		return false;
	}
	ledger.questions.set(text, { at, fate: isInDeletedChat ? 'maybe' : 'kept' });
	ledger.orders.push({ at, window: window.name, question: text });
	return true;
}

export async function ask(stage: Stage, window: ChaosWindow, send: Send): Promise<string | null> {
	const typed = await type(stage, window);
	if (!typed) return null;
	const at = Date.now();
	await send(window);
	return (await note(stage, typed, at)) ? typed.text : null;
}

/** Types in every window, and sends in all of them at the same moment. */
export async function askInAll(stage: Stage): Promise<string | null> {
	const typed: Typed[] = [];
	for (const window of stage.windows) {
		await window.page.bringToFront();
		const next = await type(stage, window);
		if (next) typed.push(next);
	}
	const at = Date.now();
	await Promise.all(typed.map(({ window }) => bySubmit(window)));
	const sent: string[] = [];
	for (const one of typed) if (await note(stage, one, at)) sent.push(one.text);
	return sent.length > 0 ? sent.join(' and ') : null;
}
