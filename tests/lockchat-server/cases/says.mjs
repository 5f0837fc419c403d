// @ts-check
import { DONE, event, finish, token } from '../chunk.mjs';

/** @import { Step } from '../types.ts' */

/** What most cases say, so that a test can tell a whole answer from a part of one. */
export const TOKENS = ['Hello', ' from', ' the', ' other', ' side.'];
export const ANSWER = TOKENS.join('');

/** The first tokens, after which something goes wrong. */
export const PART = ['Hello', ' from', ' the'];

/** @param {readonly string[]} texts @returns {Step[]} */
export const say = (texts) => texts.map((text) => ({ token: text }));

/** @type {Step} */
export const done = { done: true };

/** @type {Step} */
export const doneLine = { write: DONE };

/** A whole good answer. @type {Step[]} */
export const goodAnswer = [...say(TOKENS), done];

/** The same as one text. */
export const goodBytes = TOKENS.map(token).join('') + finish() + DONE;

/**
 * @param {unknown} payload
 * @param {string} [text] what of the answer it carries
 * @returns {Step}
 */
export const say1 = (payload, text) => ({ write: event(payload), ...(text !== undefined && { text }) });
