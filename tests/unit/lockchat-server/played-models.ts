import type { Exchange } from './exchange.ts';

export interface Played {
	/** 200 when left out. */
	status?: number | null;
	type?: string;
	/** Patterns that the body must match, and one that it must not. */
	body?: RegExp | RegExp[];
	without?: RegExp;
	/** The text that the server's record says was sent; the whole good answer when left out. */
	text?: string;
	end?: Exchange['end'];
	leaveAt?: RegExp;
	headers?: Record<string, string>;
}

const PART = 'Hello from the';
export const ANSWER = 'Hello from the other side.';
export const DONE = /data: \[DONE\]\n\n$/;
export const JSON_TYPE = 'application/json';
const NO_MODEL = /The model: `gpt-4` does not exist/;
const HARMONY =
	'<|channel|>analysis<|message|>plan<|end|><|start|>assistant<|channel|>final<|message|>Answer';
export const extension = { origin: 'chrome-extension://abc' };
const key = { authorization: 'Bearer sk-123' };

/** What each model sends. Every model is here but those of case 30, which have a table of their own. */
export const PLAYED: Record<string, Played> = {
	'case-01': { text: 'Привет, 世界 🌍!', body: [/Привет, 世界 🌍!/, DONE] },
	'case-01-utf8': { text: 'Привет, 世界 🌍!', body: [/Привет, 世界 🌍!/, DONE] },
	'case-01-crlf': { body: /data: \[DONE\]\r\n\r\n$/, without: /[^\r]\n/ },
	'case-02-lf': { body: DONE, without: /\r/ },
	'case-02-cr': { body: /data: \[DONE\]\r\r$/, without: /\n/ },
	'case-02-crlf': { body: /data: \[DONE\]\r\n\r\n$/, without: /[^\r]\n/ },
	'case-02-mixed': { body: [/[^\r]\n/, /\r[^\n]/, /\r\n/] },
	'case-03': { body: [/^\uFEFFdata: \{/, DONE] },
	'case-04': { body: /^data:\{/, without: /data: / },
	'case-05': { body: [/^: OPENROUTER PROCESSING\n\n: keep-alive\n\n: PING\n\ndata: /, DONE] },
	'case-06': { body: [/^event: ping\n\n/, /\n\ndata:\n\ndata: \n\n/, DONE] },
	'case-07': { body: [/^data: \{\ndata: {3}"id"/, DONE] },
	'case-08': { body: [/\}\ndata: \{/, /data: \[DONE\]\n$/], without: /\n\n/ },
	'case-09': { body: /data: \[DONE\]$/ },
	'case-10': { body: /"finish_reason":"stop"\}\]\}$/, without: /DONE/ },
	'case-11': { text: 'lockchat '.repeat(Math.ceil(2 ** 20 / 9)), body: DONE },
	'case-11-over': { text: PART, body: /x{8000}/ },
	'case-12': { text: 'one\u2028two\u2029three', body: /one\u2028two\u2029three/ },
	'case-13': { leaveAt: /\[DONE\]\n\ndata: .*Never show/, end: 'left' },
	'case-14': { body: [/raw bytes\n\n/, DONE] },
	'case-15-role': { body: [/^data: .*"delta":\{"role":"assistant"\}/, DONE] },
	'case-15-null': { body: [/^data: .*"content":null/, DONE] },
	'case-16': { text: 'Hello world\n!', body: [/"content":" "/, /"content":"\\n"/] },
	'case-17-empty': { body: [/"choices":\[\],"usage":\{/, DONE] },
	'case-17-null': { body: [/"choices":null,"usage":\{/, DONE] },
	'case-17-absent': { body: [/"model":"lockchat-demo","usage":\{/, DONE] },
	'case-18': { body: [/^data: .*"choices":\[\].*"prompt_filter_results"/, DONE] },
	'case-19-missing': { body: [/^data: .*"choices":\[\{"index":0,"finish_reason":null\}\]/, DONE] },
	'case-19-empty': { body: [/^data: .*"delta":\{\}/, DONE] },
	'case-20': {
		body: [/"content":\[\{"type":"thinking"/, /"content":" from"/, /"content":\[\{"type":"text"/],
	},
	'case-21-content': { body: [/"reasoning_content":"The user"/, DONE] },
	'case-21-reasoning': { body: [/"reasoning":"The user"/, DONE] },
	'case-21-only': { text: '', body: [/"reasoning_content"/, DONE], without: /"content"/ },
	'case-22-split': { text: `<think>The user greets me.</think>\n\n${ANSWER}`, body: /"<th"/ },
	'case-22-unclosed': { text: '<think>The user greets me.', body: DONE, without: /<\/think>/ },
	'case-23': { text: '', body: [/"refusal":"with that\."/, DONE] },
	'case-24': { text: '', body: [/"tool_calls":\[\{/, /"finish_reason":"tool_calls"/, DONE] },
	'case-25-length': { body: [/"finish_reason":"length"/, DONE] },
	'case-25-filter': { body: [/"finish_reason":"content_filter"/, DONE] },
	'case-26-eos': { body: [/"finish_reason":"eos"/, DONE] },
	'case-26-blank': { body: [/"finish_reason":""/, DONE] },
	'case-26-unknown': { body: [/"finish_reason":"because"/, DONE] },
	'case-26-absent': { body: DONE, without: /"finish_reason":"/ },
	'case-27': { body: [/("finish_reason":"stop"[\s\S]*){3}/, DONE] },
	'case-28': { text: 'Hello from here.', body: [/"index":1,"delta":\{"content":" mixed in"\}/, DONE] },
	'case-29': { text: PART, body: [/"message":\{"role":"assistant","content":"Hello"\}/, DONE] },
	'case-29-both': { text: PART, body: /"delta":\{"content":"Hello"\},"message":\{/ },
	'case-31': { status: 403, body: /^$/, text: '', headers: extension },
	'case-32': { type: JSON_TYPE, body: /^\{.*"chat.completion".*"message":\{.*\}$/, without: /data:/ },
	'case-33-line': { type: JSON_TYPE, text: '', body: /^\{"error":\{"message":"The quota.*\}$/ },
	'case-33-pretty': { type: JSON_TYPE, text: '', body: /^\{\n {2}"error": \{\n/ },
	'case-34': { type: 'text/html; charset=utf-8', text: '', body: /^<!DOCTYPE html>/ },
	'case-34-stream': { type: 'text/event-stream', text: '', body: /^<!DOCTYPE html>/ },
	'case-35': { text: '', body: /^data: \{"error":\{.*\}\n\ndata: \[DONE\]\n\n$/ },
	'case-36': { text: PART, body: /data: \{"error":\{.*\n\ndata: \[DONE\]\n\n$/ },
	'case-37': { text: PART, body: [/"content":" the"\}.*"error":\{"message"/, DONE] },
	'case-38-reason': { text: PART, body: [/"finish_reason":"error"/, DONE] },
	'case-38-choice': { text: PART, body: [/"finish_reason":null,"error":\{/, DONE] },
	'case-39': { text: PART, body: /event: error\ndata: \{"message".*\}\n\n$/ },
	'case-40': { text: '', body: /^error: \{"message".*\}\n\ndata: \[DONE\]\n\n$/ },
	'case-41-sse': { text: '', body: [/^data: \{"error"/, NO_MODEL, DONE] },
	'case-41-json': { type: JSON_TYPE, text: '', body: NO_MODEL },
	'case-41-404': { status: 404, type: JSON_TYPE, text: '', body: NO_MODEL },
	'case-41-content': {
		text: 'It said: The model: `gpt-4` does not exist. Is that an error?',
		body: DONE,
		without: /"error"/,
	},
	'case-41-late': { text: PART, body: [/"error"/, NO_MODEL, DONE] },
	'case-42': { text: PART, without: /DONE|"finish_reason":"/ },
	'case-42-reason': { text: PART, body: /"finish_reason":"stop"/, without: /DONE/ },
	'case-43': { text: '', body: [/"content":""/, DONE] },
	'case-43-bare': { text: '', body: /^data: \[DONE\]\n\n$/ },
	'case-44': { text: PART, body: /" the"/, end: 'reset' },
	'case-44-head': { status: null, text: '', body: /^$/, end: 'reset' },
	'case-44-body': { text: '', type: 'text/event-stream', body: /^$/, end: 'reset' },
	'case-45-seconds': { status: 429, text: '', body: /"rate_limit_exceeded"/ },
	'case-45-503': { status: 503, text: '', body: /"rate_limit_exceeded"/ },
	'case-45-date': { status: 429, text: '', body: /"rate_limit_exceeded"/ },
	'case-45-absurd': { status: 429, text: '', body: /"rate_limit_exceeded"/ },
	'case-45-broken': { status: 429, text: '', body: /"rate_limit_exceeded"/ },
	'case-46': { status: 503, text: '', body: /"model_loading"/ },
	'case-46-llama': { status: 503, text: '', body: /"Loading model"/ },
	'case-47-plain': { type: 'text/plain', body: DONE },
	'case-47-json': { type: JSON_TYPE, body: DONE },
	'case-47-none': { body: DONE },
	'case-48': {
		type: 'application/x-ndjson',
		text: '',
		body: /^\{.*"done":false\}\n\{.*\n\{.*"done":true\}\n$/,
	},
	'case-49': { text: PART, leaveAt: /" the"/, end: 'left' },
	'case-49-head': { status: null, text: '', end: 'left' },
	'case-49-body': { text: '', end: 'left' },
	'case-49-comments:5': { text: PART, leaveAt: /(: keep-alive\n\n){4}$/, end: 'left' },
	'case-49-slow:50': { body: DONE },
	'case-50': { status: 401, text: '', body: /provided: sk-123\./, headers: key },
	'case-50-stream': { text: '', body: /^data: \{"error".*Key sk-123 /, headers: key },
	'case-51:50': { body: DONE },
	'case-52:50': { body: DONE },
	'case-69:5': { text: 'First half, second half.', body: [/half, "\},"finish_reason":"stop"/, DONE] },
	'case-69-reasoning:5': {
		text: 'First half, second half.',
		body: [/plan\."\},"finish_reason":"stop"/, DONE],
	},
	'case-71': { text: 'Okay, the user asks.\nSo Paris.\n</think>\n\nParis is it.', without: /<think>/ },
	'case-71-field': { text: '</think>\n\nAnswer', body: /"reasoning_content":"plan"/ },
	'case-72': { text: '[THINK]plan[/THINK]Answer', body: DONE },
	'case-72-harmony': { text: HARMONY, body: DONE },
	'case-74-type': { text: '', body: [/^data: \{"error_type"/, DONE] },
	'case-74-detail': { text: '', body: /^data: \{"detail":"Daily quota used up"\}\n\n$/ },
	'case-74-code': { text: '', body: [/"code":20012/, DONE] },
	'case-74-late': { text: PART, body: /"code":503\}\n\n$/ },
	'case-75': { text: '', body: /^: ping\n\n\{"error"/ },
	'case-75-late': { text: PART, body: /\n\n\{"error"/ },
	'case-76': { body: [/"chat\.cdata: \{/, DONE] },
	'case-77': { status: 400, type: JSON_TYPE, text: '', body: /"provider_name":"Acme","raw":"\{/ },
	'case-79': { text: '', body: [/"finish_reason":"length"/, DONE] },
	'case-81': { body: [/"reasoning_content":"","reasoning":"thinking hard"/, DONE] },
	'case-83': { type: 'text/event-stream; charset=utf-8', body: /\}data: \[DONE\]$/ },
	'case-84-413': { status: 413, type: 'text/html', text: '', body: /413 Request Entity Too Large/ },
	'case-84-524': { status: 524, type: 'text/html', text: '', body: /A timeout occurred/ },
	'case-84-402': { status: 402, type: JSON_TYPE, text: '', body: /Insufficient credits/ },
	'case-84-stream': { status: 400, type: JSON_TYPE, text: '', body: /must be verified to stream/ },
};
