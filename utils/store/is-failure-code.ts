import type { FailureCode } from '../lockchat/types.ts';

/** A table, so that a code added to the type and not here is a type error. */
const failureCodes: Readonly<Record<FailureCode, true>> = {
	'invalid-url': true,
	'endpoint-missing': true,
	unreachable: true,
	'permission-needed': true,
	'key-missing': true,
	unauthorized: true,
	forbidden: true,
	'forbidden-origin': true,
	'model-not-found': true,
	'not-found': true,
	'rate-limited': true,
	'bad-request': true,
	'header-invalid': true,
	'server-error': true,
	'not-an-api': true,
	'wrong-protocol': true,
	'model-loading': true,
	stalled: true,
	interrupted: true,
	malformed: true,
	'too-long': true,
	'question-too-long': true,
	'empty-answer': true,
	'reasoning-only': true,
	'tools-unsupported': true,
	internal: true,
};

export function isFailureCode(code: unknown): code is FailureCode {
	return typeof code === 'string' && Object.hasOwn(failureCodes, code);
}
