// @ts-check
/** @import { WireMessage } from '../types.ts' */

/**
 * @typedef {object} Question
 * @property {string} instruction what the person wrote
 * @property {string} passage the quoted part of a page; empty where there is none
 * @property {'explain' | 'summarize' | 'translate' | 'other'} wish
 * @property {'en' | 'ru'} language
 * @property {number} turn 1 for a chat's first question
 */

/** Fences a prompt may put around a quotation: backticks, tildes, or a tag of its own line. */
const FENCES = [
	/^(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n\1[^\S\n]*$/m,
	/^<([\w-]+)[^>\n]*>\n([\s\S]*?)\n<\/\1>[^\S\n]*$/m,
];

/** @type {[Question['wish'], RegExp][]} */
const WISHES = [
	['explain', /\bexplain|объясни|поясни/i],
	['summarize', /\bsummar|кратк|перескаж|суммир/i],
	['translate', /\btranslat|перевед|перевод/i],
];

/** @param {string} text */
function splitPassage(text) {
	for (const fence of FENCES) {
		const found = fence.exec(text);
		if (found) return { passage: (found[2] ?? '').trim(), rest: text.replace(found[0], '').trim() };
	}
	return { passage: '', rest: text.trim() };
}

/**
 * The last question of a conversation, taken apart.
 * @param {readonly WireMessage[]} messages
 * @returns {Question}
 */
export function readQuestion(messages) {
	const questions = messages.filter(({ role }) => role === 'user');
	const { passage, rest } = splitPassage(questions.at(-1)?.content ?? '');
	// Where a passage is quoted, the prompt may say what it is; the person's own words come last.
	const instruction = passage === '' ? rest : (rest.split(/\n{2,}/).at(-1) ?? '');
	const wish = WISHES.find(([, words]) => words.test(instruction))?.[0] ?? 'other';
	const speech = /\p{L}/u.test(instruction) ? instruction : passage;
	return {
		instruction,
		passage,
		wish: passage === '' ? 'other' : wish,
		language: /\p{Script=Cyrillic}/u.test(speech) ? 'ru' : 'en',
		turn: questions.length,
	};
}
