// @ts-check
import { seededRandom } from '../seeded-random.mjs';
import { measure } from './measure.mjs';
import { readQuestion } from './read-question.mjs';
import { english } from './texts-en.mjs';
import { russian } from './texts-ru.mjs';

/**
 * @import { Part, WireMessage } from '../types.ts'
 * @import { Question } from './read-question.mjs'
 */

const QUOTED_LENGTH = 400;

/** About 35 tokens a second, as fast as a person reads. Milliseconds. */
const TOKEN_MS = 22;
const JITTER_MS = 12;
const PARAGRAPH_MS = 180;

/** @param {string} text */
function quote(text) {
	const shown = text.length > QUOTED_LENGTH ? `${text.slice(0, QUOTED_LENGTH).trimEnd()}…` : text;
	return shown.replaceAll(/^/gm, '> ');
}

/** The answer's paragraphs. @param {Question} question */
function compose({ instruction, passage, wish, language, turn }) {
	const texts = language === 'ru' ? russian : english;
	const showpieces = [texts.list, texts.table, texts.code, texts.math, texts.quote];
	const head = [
		...(instruction === '' ? [] : [texts.asked, quote(instruction)]),
		...(passage === '' ? [] : [texts.quoted, quote(passage)]),
		...(wish === 'other' ? [] : [texts.wishes[wish](measure(passage))]),
	];
	if (turn === 1) return [...head, texts.intro, texts.tour, ...showpieces, texts.connect];
	return [...head, texts.again, showpieces[turn % showpieces.length] ?? texts.list, texts.connectAgain];
}

/** Pieces as a tokenizer would make them: a word's beginning with its space, the rest of it, a mark. @param {string} text */
const splitTokens = (text) => text.match(/ ?[\p{L}\p{N}]{1,5}|\s+|[^\p{L}\p{N}\s]{1,3}/gu) ?? [];

/**
 * A demonstration of what an answer looks like, at human reading speed.
 * @param {readonly WireMessage[]} messages
 * @param {number} [speed] how many times faster
 * @returns {Generator<Part>}
 */
export function* demoAnswer(messages, speed = 1) {
	const text = compose(readQuestion(messages)).join('\n\n');
	const random = seededRandom(text.length);
	for (const token of splitTokens(text)) {
		yield { token };
		const pauseMs = token.includes('\n\n') ? PARAGRAPH_MS : TOKEN_MS + random() * JITTER_MS;
		yield { wait: pauseMs / speed };
	}
}
