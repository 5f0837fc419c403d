import type { Evidence } from './evidence.ts';
import { requestsIn } from './plan/words.ts';

/** Lists what was stored and what was sent, one line each, for whoever looks for the cause. Times count from `startedAt`. */
export function describeEvidence({ rows, requests }: Evidence, startedAt: number): string[] {
	const textOf = new Map(rows.messages.map(({ id, content }) => [id, content]));
	const since = (at: number | null) => (at === null ? 'never' : `${Math.round(at - startedAt)} ms`);
	const stored = rows.messages
		.filter(({ role }) => role === 'assistant')
		.map(
			({ id, parentId, status, failure, content }) =>
				`stored: ${id.slice(0, 8)} to “${textOf.get(parentId ?? '')}” is ${status} ${failure?.code ?? ''}, with words of ${requestsIn(content).join(' and ') || 'none'}`,
		);
	const sent = requests.map(
		({ number, question, partial, ending, record }) =>
			`sent: ${number} for “${question}”${partial === null ? '' : ' (Continue)'} at ${since(record.startedAt)}, ${record.tokens.length} words, ${ending} at ${since(record.endedAt)}, left at ${since(record.abortedAt)}`,
	);
	return [...stored, ...rows.waiting.map((text) => `waiting: “${text}”`), ...sent];
}
