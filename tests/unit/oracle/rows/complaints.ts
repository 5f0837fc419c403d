import { STATUS_CODES } from 'node:http';
import type { Row } from '../row.ts';
import { ANSWER, KEY_SHOWN, NOTHING, PART, whole } from './common.ts';

const SAID = 'The server says no.';
const ANY_SHAPE =
	'The server’s words are found in any shape, as plain text. The others know one shape; else they show JSON, markup or the status.';
const NO_WORDS =
	'There are no words: a sentence of this client’s own, in the reader’s language, is made of the status.';
const BESIDE =
	'An error that stands in a success is told, whatever its shape; the others end as if all were well, or at a loss why.';

/** What the package `openai` says where it finds no words of the server’s. */
const NO_BODY = 'status code (no body)';
const PAGE =
	'<!DOCTYPE html>\n<html><head><title>502 Bad Gateway</title></head>' +
	'<body><h1>Bad Gateway</h1><script>document.title = "injected"</script></body></html>\n';

/** What ours and the package `openai` say of each shape; the AI SDK reads OpenAI's alone, and else names the status. */
const shapes: Record<string, { ours?: string; openai: string; why?: string }> = {
	string: { openai: `"${SAID}"` },
	code: { openai: `"${SAID}"` },
	object: { openai: NO_BODY },
	message: { openai: NO_BODY },
	detail: { openai: NO_BODY },
	list: { ours: `body.model: ${SAID}`, openai: NO_BODY },
	msg: { openai: NO_BODY },
	html: { ours: '502 Bad Gateway', openai: PAGE },
	empty: { ours: '', openai: NO_BODY, why: NO_WORDS },
};

function rowsOf(status: number): [string, Row][] {
	const refused = (words: string) => `✗ refused ${status}: ${words}`;
	return [
		[`case-30-${status}-openai`, { all: refused(SAID) }],
		...Object.entries(shapes).map(([shape, { ours = SAID, openai, why = ANY_SHAPE }]): [string, Row] => [
			`case-30-${status}-${shape}`,
			{ ours: refused(ours), openai: refused(openai), aiSdk: refused(STATUS_CODES[status] ?? ''), why },
		]),
	];
}

const OUT_OF_MEMORY = '✗ refused 500: The engine ran out of memory.';
const NO_MODEL = 'refused: The model: `gpt-4` does not exist';
const noTries = (refused: string): Row => ({
	ours: ANSWER,
	aiSdk: `✗ ${refused}`,
	retries: 2,
	why: 'A server that is busy or loads its model is asked again. Here the AI SDK leaves that to the package `ai` around it.',
});

/** Cases 30 to 50: complaints, and answers that are none. */
export const complaints: Record<string, Row> = {
	...Object.fromEntries([401, 403, 404, 429, 500, 502, 503, 504].flatMap(rowsOf)),
	'case-30-403-empty': {
		ours: '✗ refused 403: OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*',
		openai: `✗ refused 403: ${NO_BODY}`,
		aiSdk: '✗ refused 403: Forbidden',
		why: 'So Ollama refuses an extension: the setting that allows it is named.',
	},
	'case-31': whole,
	'case-32': {
		ours: ANSWER,
		...NOTHING,
		why: 'A whole completion, in spite of `stream: true`, is an answer too.',
	},
	'case-33-line': { ours: '✗ refused: The quota is used up.', ...NOTHING, why: BESIDE },
	'case-33-pretty': { ours: '✗ refused: The quota is used up.', ...NOTHING, why: BESIDE },
	'case-34': { ours: '✗ unreadable', ...NOTHING, why: 'A web page is told as what it is: no API.' },
	'case-34-stream': { ours: '✗ unreadable', ...NOTHING, why: 'A web page is told as what it is: no API.' },
	'case-35': { all: OUT_OF_MEMORY },
	'case-36': { all: `${PART} ${OUT_OF_MEMORY}` },
	'case-37': {
		ours: `${PART} ${OUT_OF_MEMORY}`,
		openai: `"Hello from" ${OUT_OF_MEMORY}`,
		aiSdk: `"Hello from" ${OUT_OF_MEMORY}`,
		why: 'The chunk that tells of the error carries a word too, which is kept.',
	},
	'case-38-reason': {
		ours: `${PART} ✗ refused: `,
		openai: `${PART} → error`,
		aiSdk: `${PART} → error`,
		why: 'A finish reason that says “error” is a failure, and no end like others.',
	},
	'case-38-choice': {
		ours: `${PART} ${OUT_OF_MEMORY}`,
		openai: `${PART} → end`,
		aiSdk: `${PART} ✗ broken`,
		why: BESIDE,
	},
	'case-39': {
		ours: `${PART} ${OUT_OF_MEMORY}`,
		openai: `${PART} → end`,
		aiSdk: `${PART} ✗ unreadable`,
		why: BESIDE,
	},
	'case-40': { ours: OUT_OF_MEMORY, ...NOTHING, why: BESIDE },
	'case-41-sse': { all: `✗ ${NO_MODEL}` },
	'case-41-json': { ours: `✗ ${NO_MODEL}`, ...NOTHING, why: BESIDE },
	'case-41-404': { all: '✗ refused 404: The model: `gpt-4` does not exist' },
	'case-41-content': { all: '"It said: The model: `gpt-4` does not exist. Is that an error?" → stop' },
	'case-41-late': { all: `${PART} ✗ ${NO_MODEL}` },
	'case-42': {
		ours: `${PART} ✗ broken`,
		openai: `${PART} → end`,
		why: 'A body that ends without finish reason and `[DONE]` is an answer cut off, which is told, with Continue.',
	},
	'case-42-reason': { all: `${PART} → stop` },
	'case-43': {
		ours: '✗ no answer: empty-answer',
		openai: '→ stop',
		aiSdk: '→ stop',
		why: 'An answer without a word is a failure that is told, with Retry.',
	},
	'case-43-bare': {
		ours: '✗ no answer: empty-answer',
		...NOTHING,
		why: 'An answer without a word is a failure that is told, with Retry: the server said `[DONE]`, and nothing broke.',
	},
	'case-44': { all: `${PART} ✗ broken` },
	'case-44-head': { all: '✗ broken' },
	'case-44-body': { all: '✗ broken' },
	'case-45-seconds:0.01': noTries('refused 429: Too many requests.'),
	'case-45-503:0.01': noTries('refused 503: Too many requests.'),
	'case-45-date:0': noTries('refused 429: Too many requests.'),
	'case-45-broken': noTries('refused 429: Too many requests.'),
	'case-46': noTries('refused 503: The model is loading.'),
	'case-46-llama': noTries('refused 503: Loading model'),
	'case-47-plain': whole,
	'case-47-json': whole,
	'case-47-none': whole,
	'case-48': {
		ours: '✗ unreadable',
		...NOTHING,
		why: 'Ollama’s own protocol is recognised, and the right address named.',
	},
	'case-49-slow:50': whole,
	'case-50': {
		ours: '✗ refused 401: Incorrect API key provided: •••.',
		openai: '✗ refused 401: Incorrect API key provided: sk-very-secret.',
		aiSdk: '✗ refused 401: Incorrect API key provided: sk-very-secret.',
		why: KEY_SHOWN,
	},
	'case-50-stream': {
		ours: '✗ refused: Key ••• is blocked.',
		openai: '✗ refused: Key sk-very-secret is blocked.',
		aiSdk: '✗ refused: Key sk-very-secret is blocked.',
		why: KEY_SHOWN,
	},
	'case-51:50': whole,
	'case-52:50': whole,
};
