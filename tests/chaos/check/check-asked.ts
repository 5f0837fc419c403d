import type { Evidence } from '../evidence.ts';
import { isMaybeLost } from './is-maybe-lost.ts';

function countBy<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
	return counts;
}

/** Checks that everything that was asked for is there exactly once: questions, answers, and requests to the server. */
export function checkAsked({ ledger, requests, rows: { messages, waiting } }: Evidence): string[] {
	const problems: string[] = [];
	const questions = messages.filter(({ role }) => role === 'user');
	const answers = messages.filter(({ role }) => role === 'assistant');
	const textOf = new Map(questions.map(({ id, content }) => [id, content]));
	const stored = countBy(questions, ({ content }) => content);
	const maybeLost = ledger.orders.filter((order) => isMaybeLost(order, ledger));

	// A question that waits is kept: it stands in sight above the composer until its turn comes, or the user decides.
	const held = countBy(waiting, (text) => text);
	for (const [text, { fate }] of ledger.questions) {
		const count = (stored.get(text) ?? 0) + (held.get(text) ?? 0);
		const isRight = fate === 'maybe' ? count <= 1 : count === (fate === 'kept' ? 1 : 0);
		if (!isRight) problems.push(`“${text}” (${fate}) is stored ${count} times.`);
	}
	for (const text of stored.keys()) {
		if (!ledger.questions.has(text)) problems.push(`“${text}” is stored, but was never asked.`);
	}

	const isUndeleted = [...ledger.questions.values()].every(({ fate }) => fate === 'kept');
	const wanted = ledger.orders.length;
	const least = isUndeleted ? wanted - maybeLost.length - waiting.length : 0;
	if (answers.length > wanted || answers.length < least) {
		problems.push(`${answers.length} answers are stored; ${wanted} were asked for.`);
	}

	const answered = countBy(answers, ({ parentId }) => textOf.get(parentId ?? '') ?? '');
	const fresh = countBy(
		requests.filter(({ partial }) => partial === null),
		({ question }) => question,
	);
	for (const [text, count] of fresh) {
		const isKept = ledger.questions.get(text)?.fate === 'kept';
		const most = isKept ? (answered.get(text) ?? 0) : wanted;
		if (count > most) problems.push(`“${text}” was sent ${count} times for ${most} answers.`);
	}
	const resumed = requests.filter(({ partial }) => partial !== null).length;
	if (resumed > ledger.continues)
		problems.push(`${resumed} requests for ${ledger.continues} times Continue.`);

	const isUndisturbed = isUndeleted && ledger.kills.length === 0 && ledger.stops.length === 0;
	if (isUndisturbed && requests.length - resumed !== wanted - waiting.length) {
		problems.push(
			`The server was asked ${requests.length - resumed} times for ${wanted - waiting.length} answers.`,
		);
	}
	return problems;
}
