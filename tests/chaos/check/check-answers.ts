import type { StoredMessage } from '../browser/database.ts';
import type { Evidence, SeenRequest } from '../evidence.ts';
import type { Ending } from '../plan/answer-plan.ts';
import { requestsIn, wordsIn } from '../plan/words.ts';
import { fateOf, leastKept } from './must-have.ts';

/** The status of an answer that nobody disturbs. */
const STATUS: Readonly<Record<Ending, StoredMessage['status']>> = {
	done: 'done',
	reset: 'interrupted',
	cut: 'interrupted',
	error: 'failed',
	refused: 'failed',
	stall: 'failed',
};

/** For each of its requests, an answer must hold a beginning of the text that the server sent. */
function checkText(
	answer: StoredMessage,
	question: string,
	requests: ReadonlyMap<number, SeenRequest>,
): string[] {
	const problems: string[] = [];
	const words = wordsIn(answer.content);
	let before = '';
	for (const [index, number] of requestsIn(answer.content).entries()) {
		const request = requests.get(number);
		if (!request) return [`Answer ${answer.id} has words of request ${number}, which never was.`];
		const kept = words.filter((word) => word.startsWith(`r${number}w`)).length;
		const part = request.record.tokens
			.slice(0, kept)
			.map(({ text }) => text)
			.join('');
		if (!answer.content.startsWith(part, before.length)) {
			problems.push(`Answer ${answer.id} is not how request ${number} begins: “${answer.content}”.`);
		}
		if (request.question !== question)
			problems.push(`Answer ${answer.id} to “${question}” has words for “${request.question}”.`);
		const partial = index === 0 ? null : before;
		if (request.partial !== partial) {
			problems.push(
				`Request ${number} went on from “${request.partial}”; what stands before it is “${partial}”.`,
			);
		}
		before += part;
	}
	if (before !== answer.content)
		problems.push(`Answer ${answer.id} has more than was sent: “${answer.content}”.`);
	return problems;
}

function checkStatus(answer: StoredMessage, { ledger }: Evidence, last: SeenRequest | undefined): string[] {
	if (!last) return answer.status === 'done' ? [`Answer ${answer.id} is done, but empty.`] : [];
	const fate = fateOf(last, ledger);
	if (fate.type !== 'whole' && fate.type !== 'reset') return [];
	const wanted = STATUS[last.ending];
	return answer.status === wanted ? [] : [`Answer ${answer.id} is ${answer.status} after “${last.ending}”.`];
}

/** Stored answers against what the server sent: nothing made up, nothing doubled, nothing lost. */
export function checkAnswers(evidence: Evidence): string[] {
	const { ledger, rows } = evidence;
	const requests = new Map(evidence.requests.map((request) => [request.number, request]));
	const textOf = new Map(rows.messages.map(({ id, content }) => [id, content]));
	const keepers = new Map<number, StoredMessage>();
	const problems: string[] = [];

	for (const answer of rows.messages.filter(({ role }) => role === 'assistant')) {
		problems.push(...checkText(answer, textOf.get(answer.parentId ?? '') ?? '', requests));
		const numbers = requestsIn(answer.content);
		for (const number of numbers) {
			if (keepers.has(number)) problems.push(`The words of request ${number} stand in two answers.`);
			keepers.set(number, answer);
		}
		// A Continue that brought no words may have changed the status, and the words do not show how.
		const last = requests.get(numbers.at(-1) ?? -1);
		const wasResumed = evidence.requests.some(
			({ partial }) => partial !== null && partial === answer.content,
		);
		if (!wasResumed) problems.push(...checkStatus(answer, evidence, last));
	}

	for (const request of evidence.requests) {
		if (ledger.questions.get(request.question)?.fate !== 'kept') continue;
		const fate = fateOf(request, ledger);
		if (fate.type === 'left') problems.push(`Request ${request.number} was left, and nobody stopped it.`);
		const least = leastKept(request, fate);
		const kept = wordsIn(keepers.get(request.number)?.content ?? '').filter((word) =>
			word.startsWith(`r${request.number}w`),
		).length;
		if (kept < least) {
			problems.push(`Of request ${request.number} (${fate.type}) ${kept} words are kept; ${least} must be.`);
		}
	}
	return problems;
}
