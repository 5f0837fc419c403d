import type { ChaosPage } from '../browser/chaos-browser.ts';
import { readDatabase, readWaiting } from '../browser/database.ts';
import type { ChaosWindow } from '../chaos-window.ts';
import { until } from '../until.ts';
import type { Stage } from './stage.ts';

/** For what hangs. The list says when it is empty, so nothing waits for as long as this. */
const OPENS_WITHIN_MS = 20_000;
/** A question that was asked less than this before a deletion may still be on its way to the database. */
const ON_ITS_WAY_MS = 1_500;

/** The titles in the list, once it is there; null if the list is empty. */
async function openHistory(page: ChaosPage): Promise<string[] | null> {
	if (!(await page.click('History'))) return null;
	const titles = await until(OPENS_WITHIN_MS, () =>
		page.evaluate(async () => {
			const list = document.querySelector('[role="dialog"] ul[aria-label="Chats"]');
			if (!list) return null;
			const titles = [...list.querySelectorAll('[data-result] [dir=auto]')].map(
				({ textContent }) => textContent,
			);
			if (titles.length < list.children.length)
				throw new Error('The rows of the history have another shape.');
			return titles;
		}),
	);
	return titles !== null && titles.length > 0 ? titles : null;
}

async function closeHistory(page: ChaosPage): Promise<void> {
	await until(OPENS_WITHIN_MS, async () => {
		const isGone = await page.evaluate(
			async () => document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') === null,
		);
		if (!isGone) await page.press('Escape');
		return isGone;
	});
}

/** Opens the chat used longest ago. */
export async function openChat({ page }: ChaosWindow): Promise<string | null> {
	const titles = await openHistory(page);
	if (titles !== null) {
		await page.evaluate(async () => {
			const rows = document.querySelectorAll<HTMLElement>('ul[aria-label="Chats"] [data-result]');
			[...rows].at(-1)?.click();
		});
	}
	await closeHistory(page);
	return titles?.at(-1) ?? null;
}

/** Notes which questions must be gone, and which may be. */
async function markDeleted({ desk, ledger }: Stage, title: string): Promise<void> {
	const { chats, messages } = await readDatabase(desk);
	const ids = new Set(chats.filter((chat) => chat.title === title).map(({ id }) => id));
	const ofChat = <Item extends { chatId: string }>(items: readonly Item[]) =>
		items.filter(({ chatId }) => ids.has(chatId));
	const waiting = ofChat(await readWaiting(desk));
	const stored = new Set([
		...ofChat(messages).map(({ content }) => content),
		...waiting.map(({ text }) => text),
	]);
	for (const [text, question] of ledger.questions) {
		if (stored.has(text)) question.fate = 'deleted';
		else if (question.fate === 'kept' && question.at > Date.now() - ON_ITS_WAY_MS) question.fate = 'maybe';
	}
}

/** Deletes the chat used longest ago, which may be the only one. */
export async function deleteChat(stage: Stage, { page }: ChaosWindow): Promise<string | null> {
	const titles = await openHistory(page);
	const title = titles?.at(-1);
	let isDeleted = false;
	if (title !== undefined && (await page.click('More'))) {
		await markDeleted(stage, title);
		isDeleted = await page.click('Delete', { role: 'menuitem' });
	}
	await closeHistory(page);
	return isDeleted ? (title ?? null) : null;
}
