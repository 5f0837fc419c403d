import { DONE, event } from '../../lockchat-server/chunk.mjs';
import type { Step } from '../../lockchat-server/types.ts';
import { createDice, type Dice } from './dice.ts';
import { wordOf } from './words.ts';

/** How the server ends an answer. */
export type Ending =
	| 'done'
	/** The connection is reset. */
	| 'reset'
	/** The body ends with neither a finish reason nor `[DONE]`. */
	| 'cut'
	/** An error event after some tokens. */
	| 'error'
	/** Status 500 instead of an answer. */
	| 'refused'
	/** Silence until the client gives up. */
	| 'stall';

export interface AnswerPlan {
	firstTokenMs: number;
	tokens: number;
	/** Milliseconds between two tokens. */
	everyMs: number;
	ending: Ending;
}

const ENDINGS: Readonly<Record<Ending, number>> = {
	done: 66,
	reset: 11,
	cut: 7,
	error: 7,
	refused: 5,
	stall: 2,
};

function tokensOf(dice: Dice): number {
	switch (dice.pick({ few: 3, some: 4, many: 4 })) {
		case 'few':
			return dice.between(1, 6);
		case 'some':
			return dice.between(6, 50);
		case 'many':
			return dice.between(80, 140);
	}
}

/** What the server says to the `attempt`-th request for one question of a run. */
export function planAnswer(question: string, attempt: number): AnswerPlan {
	const dice = createDice(`${question} ${attempt}`);
	return {
		firstTokenMs: dice.pick({ soon: 3, later: 1 }) === 'soon' ? 0 : dice.between(50, 500),
		tokens: tokensOf(dice),
		everyMs: dice.between(10, 30),
		ending: dice.pick(ENDINGS),
	};
}

/** A short answer in which nothing goes wrong, for the last question of a run, which must work whatever came before. */
export const PLAIN_ANSWER: AnswerPlan = { firstTokenMs: 0, tokens: 8, everyMs: 10, ending: 'done' };

const ENDING_STEPS: Readonly<Record<Ending, readonly Step[]>> = {
	done: [{ done: true }],
	reset: [{ reset: true }],
	cut: [],
	error: [{ write: event({ error: { message: 'The model is overloaded.' } }) + DONE }],
	refused: [],
	stall: [{ stall: true }],
};

/** The steps by which the local server plays this plan, with the words of this request. */
export function stepsOf({ firstTokenMs, tokens, everyMs, ending }: AnswerPlan, request: number): Step[] {
	if (ending === 'refused') {
		return [{ wait: firstTokenMs }, { status: 500, body: JSON.stringify({ error: { message: 'No.' } }) }];
	}
	const said = Array.from({ length: tokens }, (_, place): Step[] => [
		{ token: wordOf(request, place) },
		{ wait: everyMs },
	]);
	return [{ wait: firstTokenMs }, ...said.flat(), ...ENDING_STEPS[ending]];
}
