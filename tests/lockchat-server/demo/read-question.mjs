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

/** Fences a prompt may put around a quotation: backticks, tildes, or a tag on lines of its own. */
const FENCES = [
	/^(`{3,}|~{3,})[^\n]*\n([\s\S]*?)\n\1[^\S\n]*$/m,
	/^<([\w-]+)[^>\n]*>\n([\s\S]*?)\n<\/\1>[^\S\n]*$/m,
];

/** What Lockchat writes above a quoted passage. */
const PAGE_LINES = /^(?:Title: .*\n)?(?:URL: .*\n)?\n/;

/** @type {[Question['wish'], RegExp][]} */
const WISHES = [
	['explain', /\bexplain|объясни|поясни/i],
	['summarize', /\bsummar|кратк|перескаж|суммир/i],
	['translate', /\btranslat|перевед|перевод/i],
];

/**
 * The quoted passage, and what the person says about it: the text below the passage, or the text above if there is none.
 * @param {string} text
 */
function splitPassage(text) {
	for (const fence of FENCES) {
		const found = fence.exec(text);
		if (!found) continue;
		const below = text.slice(found.index + found[0].length).trim();
		const isFromPage = found[0].startsWith('`') && found[0].includes('quotation\n');
		const above = isFromPage ? '' : text.slice(0, found.index).trim();
		return { passage: (found[2] ?? '').replace(PAGE_LINES, '').trim(), instruction: below || above };
	}
	return { passage: '', instruction: text.trim() };
}

/**
 * Reads the last question of a conversation: its passage, instruction, wish and language.
 * @param {readonly WireMessage[]} messages
 * @returns {Question}
 */
export function readQuestion(messages) {
	const questions = messages.filter(({ role }) => role === 'user');
	const { passage, instruction } = splitPassage(questions.at(-1)?.content ?? '');
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
