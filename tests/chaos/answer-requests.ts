import type { LockchatServer, RequestRecord, WireMessage } from '../lockchat-server/types.ts';
import type { SeenRequest } from './evidence.ts';
import { PLAIN_ANSWER, planAnswer, stepsOf } from './plan/answer-plan.ts';
import { questionsIn } from './plan/words.ts';

const MODEL = 'chaos';
/** The model that windows ask in every run. */
export const MODEL_NAME = `script:${MODEL}`;

export interface AnsweredRequests {
	seen(): SeenRequest[];
	/** Ends all faults: from now on nothing goes wrong. */
	calmDown(): void;
}

const numberOf = (id: string): number => Number(id.replace('chatcmpl-', ''));

function questionAskedIn(messages: readonly WireMessage[]): string {
	const question = messages.findLast(({ role }) => role === 'user');
	return questionsIn(question?.content ?? '').at(-1) ?? '';
}

/** Answers the requests of this run as its seed says, and keeps a record of them. */
export function answerRequests(server: LockchatServer): AnsweredRequests {
	const requests: SeenRequest[] = [];
	const attempts = new Map<string, number>();
	let isCalm = false;

	server.script(MODEL, ({ id, messages }) => {
		const question = questionAskedIn(messages);
		const attempt = (attempts.get(question) ?? 0) + 1;
		attempts.set(question, attempt);
		const plan = isCalm ? PLAIN_ANSWER : planAnswer(question, attempt);
		const last = messages.at(-1);
		const number = numberOf(id);
		requests.push({
			number,
			record: recordOf(server, id),
			ending: plan.ending,
			question,
			partial: last?.role === 'assistant' ? last.content : null,
		});
		return stepsOf(plan, number);
	});

	return {
		seen: () => [...requests],
		calmDown() {
			isCalm = true;
		},
	};
}

function recordOf({ requests }: LockchatServer, id: string): RequestRecord {
	const record = requests.findLast((request) => request.id === id);
	if (!record) throw new Error(`The server has no record of ${id}.`);
	return record;
}
