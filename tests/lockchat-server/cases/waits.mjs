// @ts-check
import { goodAnswer } from './says.mjs';

/** @import { CaseSteps } from '../types.ts' */

const ABSURD_S = 999_999_999;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const TOO_MANY = JSON.stringify({
	error: { message: 'Too many requests.', type: 'requests', code: 'rate_limit_exceeded' },
});

/**
 * Fails once with this Retry-After, and answers the second time. The third request fails again, and so on.
 * @param {number} status
 * @param {(seconds: number) => string} retryAfter
 * @returns {CaseSteps}
 */
const failOnce =
	(status, retryAfter) =>
	({ failedAttempts }, [seconds = '2']) =>
		failedAttempts > 0
			? goodAnswer
			: [{ status, headers: { ...JSON_TYPE, 'Retry-After': retryAfter(Number(seconds)) }, body: TOO_MANY }];

/**
 * @param {string} body
 * @returns {CaseSteps} loads through two requests, then answers
 */
const loadsTwice =
	(body) =>
	({ failedAttempts }) =>
		failedAttempts >= 2 ? goodAnswer : [{ status: 503, headers: JSON_TYPE, body }];

/** Cases 45 and 46: a server that asks for patience. `case-45-seconds:5` asks for five seconds. @satisfies {Record<string, CaseSteps>} */
export const waits = {
	'case-45-seconds': failOnce(429, String),
	'case-45-503': failOnce(503, String),
	'case-45-date': failOnce(429, (seconds) => new Date(Date.now() + seconds * 1000).toUTCString()),
	'case-45-absurd': failOnce(429, () => String(ABSURD_S)),
	'case-45-broken': failOnce(429, () => 'soon'),
	'case-46': loadsTwice(
		JSON.stringify({
			error: { message: 'The model is loading.', type: 'model_loading', code: 'model_loading' },
		}),
	),
	'case-46-llama': loadsTwice(
		JSON.stringify({ error: { code: 503, message: 'Loading model', type: 'unavailable_error' } }),
	),
};
