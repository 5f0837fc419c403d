// @ts-check
/** @import { CaseSteps } from '../types.ts' */

const STATUSES = [401, 403, 404, 429, 500, 502, 503, 504];

export const ERROR_TEXT = 'The server says no.';

/** A page like those of a proxy. Its script must never run. */
export const ERROR_PAGE =
	'<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>' +
	'<body><h1>Bad Gateway</h1><script>document.title = "injected"</script></body></html>\n';

const json = (/** @type {unknown} */ value) => ({ type: 'application/json', body: JSON.stringify(value) });

const SHAPES = {
	openai: json({ error: { message: ERROR_TEXT, type: 'invalid_request_error', param: null, code: null } }),
	string: json({ error: ERROR_TEXT }),
	code: json({ code: 'Client specified an invalid argument', error: ERROR_TEXT }),
	object: json({ object: 'error', message: ERROR_TEXT, type: 'BadRequestError', param: null, code: 400 }),
	message: json({ message: ERROR_TEXT }),
	detail: json({ detail: ERROR_TEXT }),
	list: json({ detail: [{ loc: ['body', 'model'], msg: ERROR_TEXT, type: 'value_error' }] }),
	msg: json({ msg: ERROR_TEXT }),
	html: { type: 'text/html', body: ERROR_PAGE },
	empty: { type: 'text/plain', body: '' },
};

const shapes = Object.entries(SHAPES);

/**
 * Case 30: every status with every shape of body, `case-30-401-string`.
 * @type {Record<string, CaseSteps>}
 */
export const errorBodies = Object.fromEntries(
	STATUSES.flatMap((status) =>
		shapes.map(([shape, { type, body }]) => [
			`case-30-${status}-${shape}`,
			() => [{ status, headers: { 'Content-Type': type }, body }],
		]),
	),
);
