/**
 * A JSON document of any size, read as it comes: the members of its outermost list or object one after the other, each
 * as the text it stands in. What is not wanted is passed over without being kept.
 */

/** More than any chat has, and half of the longest string that V8 makes: a file that swells without end fills no memory. */
const MAX_PIECE_LENGTH = 268_000_000;

export interface JsonPiece {
	/** The name under which it stands in the outermost object; null in an outermost list. */
	key: string | null;
	/** It is an element of the list that stands under `key`, and not what stands there as a whole. */
	isElement: boolean;
	/** Null where it is longer than any chat, or deeper than `maxDepth`. */
	text: string | null;
}

export interface JsonPiecesOptions {
	/** Whether to take what stands under this name. A list's elements are taken one by one. */
	wants: (key: string) => boolean;
	/** How many brackets may stand open within a piece that stands under this name. */
	maxDepth: (key: string | null) => number;
	/** A list or an object has begun; in an object, with the name of each list that is wanted. */
	onOpen?: (bracket: '[' | '{', key: string | null) => void;
}

export interface JsonPieces {
	/** Takes the next characters of the document, and returns the pieces that end in them. */
	push(text: string): JsonPiece[];
	/** Call it at the end of the document. */
	end(): JsonPiece[];
}

/** The document is cut off, or no JSON. Within a piece this is found only when the piece is parsed. */
export class JsonSyntaxError extends Error {
	override readonly name = 'JsonSyntaxError';
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

const isSpace = (code: number) => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;

/** What may come next, outside of a value. `first…` may also be the closing bracket. */
type Expected = 'document' | 'first-key' | 'key' | 'colon' | 'value' | 'first-value' | 'comma' | 'end';

export function createJsonPieces({ wants, maxDepth, onOpen }: JsonPiecesOptions): JsonPieces {
	let expected: Expected = 'document';
	/** The brackets open around the pieces: the outermost one, and perhaps a list in it. */
	const frame: ('[' | '{')[] = [];
	let key: string | null = null;
	/** What is being read: a name, or a value. Null between them. */
	let reading: 'key' | 'value' | null = null;
	let isKept = false;
	let kept: string[] = [];
	let keptLength = 0;
	let depth = 0;
	let deepest = 0;
	let isInString = false;
	let isEscaped = false;
	/** The value is a number or a word: it ends before a comma, a bracket or white space. */
	let isBare = false;
	let pieces: JsonPiece[] = [];

	function begin(what: 'key' | 'value', code: number): void {
		reading = what;
		isKept = what === 'key' || key === null || wants(key);
		kept = [];
		keptLength = 0;
		depth = 0;
		deepest = 0;
		isInString = false;
		isBare = code !== QUOTE && code !== OPEN_LIST && code !== OPEN_OBJECT;
	}

	function keep(text: string): void {
		if (!isKept) return;
		keptLength += text.length;
		if (keptLength > MAX_PIECE_LENGTH) kept = [];
		else kept.push(text);
	}

	function finish(): void {
		const isWhole = keptLength <= MAX_PIECE_LENGTH && deepest <= maxDepth(key);
		const text = isWhole && isKept ? kept.join('') : null;
		if (reading === 'key') {
			key = parseKey(text);
			expected = 'colon';
		} else {
			if (isKept) pieces.push({ key, isElement: frame.length > 0 && frame.at(-1) === '[', text });
			expected = frame.length === 0 ? 'end' : 'comma';
		}
		reading = null;
		kept = [];
	}

	function open(bracket: '[' | '{'): void {
		frame.push(bracket);
		expected = bracket === '[' ? 'first-value' : 'first-key';
		onOpen?.(bracket, frame.length === 1 ? null : key);
	}

	function close(bracket: '[' | '{'): void {
		if (frame.pop() !== bracket) throw new JsonSyntaxError('A bracket closes nothing.');
		expected = frame.length === 0 ? 'end' : 'comma';
	}

	/** A character outside of names and values. True when a name or a value begins with it. */
	function between(code: number): boolean {
		if (isSpace(code)) return false;
		const mayClose = expected === 'comma' || expected === 'first-value' || expected === 'first-key';
		if (mayClose && code === CLOSE_LIST) close('[');
		else if (mayClose && code === CLOSE_OBJECT) close('{');
		else if (expected === 'comma' && code === COMMA) expected = frame.at(-1) === '[' ? 'value' : 'key';
		else if (expected === 'colon' && code === COLON) expected = 'value';
		else if ((expected === 'key' || expected === 'first-key') && code === QUOTE) begin('key', code);
		else if (expected === 'document' && code === OPEN_LIST) open('[');
		else if (expected === 'document' && code === OPEN_OBJECT) open('{');
		else if (expected === 'value' && code === OPEN_LIST && frame.length === 1 && frame[0] === '{')
			openMember();
		else if (expected === 'document' || expected === 'value' || expected === 'first-value')
			begin('value', code);
		else throw new JsonSyntaxError('A character stands where none can.');
		return reading !== null;
	}

	/** A list in the outermost object: its elements are pieces if it is wanted, else it is passed over whole. */
	function openMember(): void {
		if (key !== null && wants(key)) open('[');
		else begin('value', OPEN_LIST);
	}

	/** Reads on in a name or a value; returns the place behind it, or the end of the text. */
	function within(text: string, start: number): number {
		let at = start;
		for (; at < text.length; at += 1) {
			const code = text.charCodeAt(at);
			if (isInString) {
				if (isEscaped) isEscaped = false;
				else if (code === BACKSLASH) isEscaped = true;
				else if (code === QUOTE) {
					isInString = false;
					if (depth === 0) return ended(text, start, at + 1);
				}
			} else if (isBare) {
				if (code === COMMA || code === CLOSE_LIST || code === CLOSE_OBJECT || isSpace(code)) {
					return ended(text, start, at);
				}
			} else if (code === QUOTE) isInString = true;
			else if (code === OPEN_LIST || code === OPEN_OBJECT) {
				depth += 1;
				if (depth > deepest) deepest = depth;
			} else if (code === CLOSE_LIST || code === CLOSE_OBJECT) {
				depth -= 1;
				if (depth === 0) return ended(text, start, at + 1);
			}
		}
		keep(text.slice(start));
		return at;
	}

	function ended(text: string, start: number, end: number): number {
		keep(text.slice(start, end));
		finish();
		return end;
	}

	function takePieces(): JsonPiece[] {
		const taken = pieces;
		pieces = [];
		return taken;
	}

	return {
		push(text) {
			let at = 0;
			while (at < text.length) {
				if (reading !== null) at = within(text, at);
				else if (!between(text.charCodeAt(at))) at += 1;
			}
			return takePieces();
		},
		end() {
			if (reading === 'value' && isBare && frame.length === 0) finish();
			if (expected !== 'end') throw new JsonSyntaxError('The document is cut off.');
			return takePieces();
		},
	};
}

function parseKey(text: string | null): string {
	try {
		const key: unknown = JSON.parse(text ?? '');
		if (typeof key === 'string') return key;
	} catch {
		// What is no JSON ends below, as what is no text does.
	}
	throw new JsonSyntaxError('A name is broken.');
}
