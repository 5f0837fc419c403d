import { expect } from 'vitest';
import { askAiSdk } from './ask-ai-sdk.ts';
import { askOpenai } from './ask-openai.ts';
import { askOurs } from './ask-ours.ts';
import { describeMade } from './made.ts';
import type { Question } from './question.ts';

/** What each client makes of one answer, in the words of `describeMade`. */
interface Seen {
	ours: string;
	openai: string;
	aiSdk: string;
}

/** A row of a table: all three make the same of it, or a reason tells why ours makes something else. */
export type Row = ({ all: string } | (Pick<Seen, 'ours'> & Partial<Seen> & { why: string })) & {
	/** How often the package `openai` may ask again: never when left out. */
	retries?: number;
};

/** Where another client is left out of a row, it makes the same as ours. */
const expectedOf = (row: Row): Seen =>
	'all' in row
		? { ours: row.all, openai: row.all, aiSdk: row.all }
		: { ours: row.ours, openai: row.openai ?? row.ours, aiSdk: row.aiSdk ?? row.ours };

const isSame = ({ ours, openai, aiSdk }: Seen) => ours === openai && ours === aiSdk;

/** Fails where a client makes something else than the row says, and where a difference and its reason stand without each other. */
export function expectRow(row: Row, seen: Seen): void {
	expect(seen).toEqual(expectedOf(row));
	const hasReason = 'why' in row && /\w/.test(row.why);
	expect(hasReason, 'a reason stands in the row exactly where the clients differ').toBe(!isSame(seen));
}

/** Asks all three at once. Each has a conversation of its own, as some models fail at the first question of each. */
export async function askAll(question: Question): Promise<Seen> {
	const [ours, openai, aiSdk] = await Promise.all([
		askOurs({ ...question, content: `${question.content}, ours` }),
		askOpenai({ ...question, content: `${question.content}, open` }),
		askAiSdk({ ...question, content: `${question.content}, next` }),
	]);
	return { ours: describeMade(ours), openai: describeMade(openai), aiSdk: describeMade(aiSdk) };
}
