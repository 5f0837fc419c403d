import { isMarkup, toPlainText } from './describe-complaint.ts';
import { errorIn, FAILED, isRecord, parseJson } from './json.ts';

/** What an error body says, whatever its shape. */
export interface Complaint {
	message: string;
	/** The values of `code`, `type` and similar fields: `model_not_found`, `rate_limit_error`. */
	labels: string[];
	/** An HTTP status that the body itself tells, as errors in the middle of a stream do. */
	status?: number;
}

/** Names of fields without case, `_` and `-`. Where a complaint stands inside of another object: */
const WRAPPERS = [
	'error',
	'err',
	'baseresp',
	'responsemetadata',
	'response',
	'fault',
	'exception',
	'status',
	'header',
	'body',
	'result',
	'data',
];
const MESSAGES = [
	'message',
	'errordescription',
	'error',
	'errormessage',
	'errormsg',
	'detail',
	'details',
	'msg',
	'errmsg',
	'statusmsg',
	'retmsg',
	'resultmsg',
	'faultstring',
	'exception',
	'err',
	'errors',
	'错误',
	'ошибка',
	'title',
	'reason',
	'description',
	'info',
	'text',
	'data',
];
/** Names that are also those of other things: alone they make no complaint. */
const VAGUE = ['title', 'reason', 'description', 'info', 'text', 'data', 'result'];
const LABELS = ['code', 'type', 'errortype', 'errorcode', 'errcode', 'status', 'reason'];
/** Where it is named what was wrong in the request. */
const PLACES = ['param', 'parameter', 'field', 'argument', 'loc'];
/** Where a general message is followed by the words that it stands for. */
const DEEPER = [
	'details',
	'innererror',
	'cause',
	'upstreamerror',
	'providererror',
	'raw',
	'body',
	'errors',
	'validationerrors',
];
const STATUSES = ['code', 'status', 'statuscode', 'errorcode', 'errcode', 'httpstatus'];
/**
 * How deep a complaint within a complaint is looked for: a gateway behind a gateway quotes what it was told. A hostile
 * server nests until there is no stack left.
 */
const DEEPEST = 8;

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(body: Record<string, unknown>): Fields {
	return new Map(
		Object.entries(body).map(([name, value]) => [name.toLowerCase().replace(/[_-]/g, ''), value]),
	);
}

function valuesOf(fields: Fields, names: readonly string[]): unknown[] {
	return names.map((name) => fields.get(name)).filter((value) => value !== undefined && value !== null);
}

/**
 * Reads the shapes in which servers complain, in bodies and in streams alike: OpenAI's `{error:{message,code,type}}`,
 * Ollama's `{error}`, vLLM's `{object:"error",message}`, FastAPI's `{detail}` as a text and as a list, Gemini's array
 * around an object, `{message}`, `{msg}`, `{errors:[…]}`, `{error_type,error_message}`, MiniMax's `base_resp`, or a bare
 * text. Where a gateway quotes another server's complaint, in `metadata.raw` (OpenRouter) or as JSON inside of its
 * message, that one is read.
 */
export function readComplaint(body: unknown, depth = 0): Complaint {
	if (typeof body === 'string') return readText(body, depth);
	if (depth > DEEPEST) return { message: '', labels: [] };
	if (Array.isArray(body)) return readComplaint(body[0], depth + 1);
	if (!isRecord(body)) return { message: '', labels: [] };
	const fields = fieldsOf(body);
	const wrapped = WRAPPERS.map((name) => fields.get(name)).find(isRecord);
	const inner = wrapped ? readComplaint(wrapped, depth + 1) : null;
	const quoted = readQuoted(fields.get('metadata'), depth);
	const own = inner?.message ? inner : readText(inPlace(fields, firstText(fields)), depth);
	const deeper = inner?.message ? '' : deeperText(fields, own.message, depth);
	const status =
		quoted?.status ?? inner?.status ?? own.status ?? valuesOf(fields, STATUSES).map(statusOf).find(Boolean);
	const labels = valuesOf(fields, LABELS).filter((label) => typeof label === 'string');
	return {
		message: quoted
			? [quoted.provider, quoted.message || own.message].filter(Boolean).join(': ')
			: own.message + deeper,
		labels: [...new Set([...(quoted?.labels ?? []), ...(inner?.labels ?? []), ...own.labels, ...labels])],
		...(status !== undefined && { status }),
	};
}

/** A text may be the JSON of a complaint, or end in one: `Upstream error: {"error":{"message":"…"}}`. */
function readText(text: string, depth: number): Complaint {
	const start = text.search(/[{[]/);
	const quoted = start === -1 || depth > DEEPEST ? undefined : parseQuoted(text.slice(start));
	const complaint = isRecord(quoted) || Array.isArray(quoted) ? readComplaint(quoted, depth + 1) : null;
	return complaint?.message ? complaint : { message: text, labels: [] };
}

/** JSON at the start of a text, behind which more words may stand: `{…}. Received Model Group=x` (LiteLLM). */
function parseQuoted(text: string): unknown {
	return parseJson(text) ?? parseJson(text.slice(0, text.lastIndexOf('}') + 1));
}

/** OpenRouter's words are its own; those of the provider that it asked stand beside them. */
function readQuoted(metadata: unknown, depth: number): (Complaint & { provider: string }) | null {
	if (typeof metadata === 'string') return readQuoted(parseJson(metadata), depth);
	if (!isRecord(metadata)) return null;
	const { raw = metadata.provider_error, provider_name: name } = metadata;
	const provider = typeof name === 'string' ? name : '';
	if (raw === undefined && provider === '') return null;
	const complaint = readComplaint(
		typeof raw === 'string' && isMarkup(raw) ? toPlainText(raw) : raw,
		depth + 1,
	);
	return { ...complaint, provider };
}

function firstText(fields: Fields): string {
	const texts = valuesOf(fields, MESSAGES).map((value) => textOf(value));
	return texts.find(Boolean) ?? '';
}

/** What was wrong, in front of the words that do not name it: `temperature: Unsupported value`. */
function inPlace(fields: Fields, text: string): string {
	const [place] = valuesOf(fields, PLACES);
	const name = Array.isArray(place) ? pathOf(place) : place;
	return typeof name !== 'string' || name === '' || text === '' || text.includes(name)
		? text
		: `${name}: ${text}`;
}

/** `["body", "messages", 0]` as `body.messages.0`. */
function pathOf(names: readonly unknown[]): string {
	return names.filter((name) => typeof name === 'string' || typeof name === 'number').join('.');
}

/** The words behind a general message, which may quote another server; empty where they say nothing new. */
function deeperText(fields: Fields, known: string, depth: number): string {
	const texts = valuesOf(fields, DEEPER).map((value) =>
		typeof value === 'string' && !isMarkup(value) ? readText(value, depth + 1).message : textOf(value),
	);
	const more = texts.find((text) => text !== '' && !known.includes(text)) ?? '';
	return more === '' || known === '' ? more : `: ${more}`;
}

function textOf(value: unknown, depth = 0): string {
	if (typeof value === 'string') return value;
	if (depth > DEEPEST) return '';
	const inner = (part: unknown) => textOf(part, depth + 1);
	if (Array.isArray(value)) return value.map(inner).filter(Boolean).join('; ');
	if (!isRecord(value)) return '';
	// FastAPI's validation errors say where (`["body", "stop"]`) and what.
	const { msg, message, error, description } = value;
	const text = [msg, message, error, description].map(inner).find(Boolean) ?? '';
	if (text === '') return fieldTexts(value, inner);
	return Array.isArray(value.loc) ? `${pathOf(value.loc)}: ${text}` : inPlace(fieldsOf(value), text);
}

/** What is wrong with each field, as validators tell it: `{temperature: ["must be 1"]}`. */
function fieldTexts(value: Record<string, unknown>, inner: (part: unknown) => string): string {
	const lists = Object.entries(value).filter(([, texts]) => Array.isArray(texts) && texts.length > 0);
	const told = lists.map(([name, texts]) => [name, inner(texts)]).filter(([, text]) => text !== '');
	return told.map(([name, text]) => `${name}: ${text}`).join('; ');
}

function statusOf(value: unknown): number | undefined {
	const number = typeof value === 'string' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isInteger(number)) return undefined;
	return number >= 400 && number <= 599 ? number : undefined;
}

/**
 * The error that a chunk or a completion carries, or null: one that its fields show, and where there are no choices also
 * any other shape that `readComplaint` knows, unless it says that all is well.
 */
export function findError(chunk: Record<string, unknown>): unknown {
	return errorIn(chunk) ?? (!Array.isArray(chunk.choices) && isComplaint(chunk) ? chunk : null);
}

const WELL = /^(?:0|2\d\d|ok|success|succeeded|successful|completed?|done|[\w ]+ successfully)[.!]?$/i;
/** Words about a question that waits for its turn: they are no complaint. */
const PROGRESS =
	/ping|keep-?alive|heartbeat|queue|pending|progress|process|loading|waiting|running|start|status|info|debug|log|usage|meta|tool|search|warn|notice/i;
const COMPLAINTS = [...MESSAGES, ...WRAPPERS].filter((name) => !VAGUE.includes(name));
function wordsIn(fields: Fields, names: readonly string[]): string[] {
	return valuesOf(fields, names).flatMap((value) => (typeof value === 'object' ? [] : [String(value)]));
}

/** Whether an object without choices complains: it has words for it, and nothing in it says that all is well. */
function isComplaint(body: Record<string, unknown>): boolean {
	const fields = fieldsOf(body);
	const complaint = readComplaint(body);
	if (complaint.message === '') return false;
	if (complaint.status !== undefined) return true;
	const codes = wordsIn(fields, [...STATUSES, 'success']);
	const kinds = wordsIn(fields, ['type', 'event', 'status', 'object', 'state', 'level']);
	if (codes.some((code) => WELL.test(code)) || fields.get('success') === true) return false;
	if (kinds.some((kind) => PROGRESS.test(kind) || WELL.test(kind))) return false;
	const isFailed =
		kinds.some((kind) => FAILED.test(kind)) ||
		[fields.get('ok'), fields.get('success')].includes(false) ||
		valuesOf(fields, ['data', 'result']).some((inner) => isRecord(inner) && errorIn(inner) !== null);
	if (isFailed) return true;
	return COMPLAINTS.some((name) => fields.has(name)) && !WELL.test(complaint.message.trim());
}
