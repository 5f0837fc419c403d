import { completionOf, DONE, deltaChunk, event, finish } from '../lockchat-server/chunk.mjs';
import type { Step } from '../lockchat-server/types.ts';
import type { Attack } from './corpus.ts';

/** How the text of an answer comes: in small pieces with pauses, or in one body. */
export type Delivery = 'streamed' | 'at once';

/** The length of a piece: long enough that a few pieces fill a frame, short enough that every construct is cut in the middle. */
const PIECE_LENGTH = 40;
const PIECE_PAUSE_MS = 4;
/** The largest number of pieces: more would only take time, so long texts come in longer pieces. */
const MOST_PIECES = 50;

/** The field of a chunk that holds the text. */
export type Field = 'content' | 'reasoning' | 'refusal';

/** An answer with this text. Lone surrogates are kept, since the text is sent as JSON. */
export function answerWith(text: string, delivery: Delivery, field: Field = 'content'): Step[] {
	if (delivery === 'at once') {
		const message = { role: 'assistant', content: field === 'content' ? text : null, [field]: text };
		const whole = completionOf('', { choices: [{ index: 0, message, finish_reason: 'stop' }] });
		return [
			{ status: 200, headers: { 'Content-Type': 'application/json' } },
			{ write: JSON.stringify(whole), text },
		];
	}
	const length = Math.max(PIECE_LENGTH, Math.ceil(text.length / MOST_PIECES));
	const steps: Step[] = [];
	for (let start = 0; start < text.length; start += length) {
		const piece = text.slice(start, start + length);
		steps.push({ write: event(deltaChunk({ [field]: piece })), text: piece }, { wait: PIECE_PAUSE_MS });
	}
	return [...steps, { write: finish() + DONE }];
}

/** Joins texts that may stand together into answers of a few kB, with a rule between two texts. */
export function joined(attacks: readonly Attack[], longest = 6000): string[] {
	const answers: string[] = [];
	let answer = '';
	for (const { text } of attacks) {
		if (answer !== '' && answer.length + text.length > longest) {
			answers.push(answer);
			answer = '';
		}
		answer += `${text}\n\n***\n\n`;
	}
	return answer === '' ? answers : [...answers, answer];
}
