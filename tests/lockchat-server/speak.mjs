// @ts-check
import { chunkOf, completionOf, DONE, event } from './chunk.mjs';

/** @import { Asked, Part, Step } from './types.ts' */

/** Roughly what a tokenizer would count. @param {Asked} asked */
const countPrompt = ({ messages }) =>
	Math.ceil(messages.reduce((sum, { content }) => sum + content.length, 0) / 4);

/** @param {Asked} asked @param {number} completionTokens */
function usageOf(asked, completionTokens) {
	const promptTokens = countPrompt(asked);
	return {
		prompt_tokens: promptTokens,
		completion_tokens: completionTokens,
		total_tokens: promptTokens + completionTokens,
	};
}

/**
 * What is left to say. A conversation that ends with the beginning of this very answer is continued, and those words are
 * not said again. Any other conversation is answered from the start, also if it ends with other words of the model's.
 * @param {Iterable<Part>} parts
 * @param {Asked} asked
 * @returns {Iterable<Part>}
 */
function withoutSaid(parts, { messages }) {
	const last = messages.at(-1);
	if (last?.role !== 'assistant') return parts;
	const all = [...parts];
	let said = last.content;
	/** @type {Part[]} */
	const rest = [];
	for (const part of all) {
		if (said === '') rest.push(part);
		else if ('token' in part) {
			if (!part.token.startsWith(said) && !said.startsWith(part.token)) return all;
			if (part.token.length > said.length) rest.push({ token: part.token.slice(said.length) });
			said = said.slice(part.token.length);
		}
	}
	return rest;
}

/**
 * What a text model says, as a stream: role, tokens, finish reason, usage where asked for, `[DONE]`.
 * @param {Iterable<Part>} parts
 * @param {Asked} asked
 * @returns {Generator<Step>}
 */
export function* stream(parts, asked) {
	const { id, model, maxTokens, wantsUsage } = asked;
	const created = Math.floor(Date.now() / 1000);
	/** @param {unknown} delta @param {string | null} [finishReason] */
	const chunk = (delta, finishReason = null) =>
		event(
			chunkOf({
				id,
				created,
				model,
				choices: [{ index: 0, delta, finish_reason: finishReason }],
				// Null in all chunks but the one that tells it.
				...(wantsUsage && { usage: null }),
			}),
		);

	yield { write: chunk({ role: 'assistant', content: '' }) };
	let count = 0;
	let finishReason = 'stop';
	for (const part of withoutSaid(parts, asked)) {
		if ('token' in part && count === maxTokens) {
			finishReason = 'length';
			break;
		}
		if ('wait' in part) yield part;
		else {
			count += 1;
			yield { write: chunk({ content: part.token }), text: part.token };
		}
	}
	yield { write: chunk({}, finishReason) };
	if (wantsUsage) {
		yield { write: event(chunkOf({ id, created, model, choices: [], usage: usageOf(asked, count) })) };
	}
	yield { write: DONE };
}

/**
 * What a text model says, in one piece and without pauses.
 * @param {Iterable<Part>} parts
 * @param {Asked} asked
 * @returns {Generator<Step>}
 */
export function* sayWhole(parts, asked) {
	const { id, model, maxTokens } = asked;
	const tokens = [...withoutSaid(parts, asked)].flatMap((part) => ('token' in part ? [part.token] : []));
	const said = tokens.slice(0, maxTokens ?? tokens.length);
	const text = said.join('');
	const completion = completionOf(text, {
		id,
		created: Math.floor(Date.now() / 1000),
		model,
		choices: [
			{
				index: 0,
				message: { role: 'assistant', content: text },
				finish_reason: said.length < tokens.length ? 'length' : 'stop',
			},
		],
		usage: usageOf(asked, said.length),
	});
	yield { status: 200, headers: { 'Content-Type': 'application/json' } };
	yield { write: JSON.stringify(completion), text };
}
