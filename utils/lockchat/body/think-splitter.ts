import { type CodeWatch, createCodeWatch } from './code-watch.ts';
import {
	ANSWER_PAIRS,
	ANSWER_PAIRS_AFTER_REASONING,
	matchTag,
	TAG_PAIRS,
	type TagPair,
} from './reasoning-tags.ts';

export type Passage =
	| { type: 'text' | 'reasoning'; text: string }
	/** All text before this was reasoning: its opening tag stood in the model's prompt, and the closing one has come. */
	| { type: 'retype' };

/** Tells reasoning between tags from the answer, wherever the pieces of text cut the tags. */
export interface ThinkSplitter {
	push(piece: string): Passage[];
	/** What was held back because it might have become a tag. To be called at the end. */
	flush(): Passage[];
}

/** The characters that a tag begins with. */
const TAG_START = /[<[◁]/;
const OPENS = TAG_PAIRS.map(({ open }) => open);
const AT_START = [...OPENS, ...ANSWER_PAIRS.map(({ open }) => open)];
const BEHIND_REASONING = [...OPENS, ...ANSWER_PAIRS_AFTER_REASONING.map(({ open }) => open)];
/** The closing tags that may come without an opening one. */
const LONE_CLOSES = [
	...new Set(TAG_PAIRS.flatMap(({ closes, isOpenedInPrompt }) => (isOpenedInPrompt ? closes : []))),
];

/**
 * Makes a splitter. Opening tags open reasoning only at the start of an answer, where models put them, and right
 * after reasoning that has closed: in the middle of an answer they are words like any other. Reasoning that never
 * closes stays reasoning.
 *
 * A closing tag in an answer that has had no opening one makes reasoning of all that stood before it, if it stands
 * where a model puts it, and not in code or in the middle of words. The splitter holds back at most a tag and the
 * start of one.
 */
export function createThinkSplitter(): ThinkSplitter {
	let state: 'start' | 'reasoning' | 'answer' = 'start';
	let openPair: TagPair | undefined;
	/** The special token that will close the answer, if the answer began with one. */
	let answerClose: string | null = null;
	let hasReasoned = false;
	let hasText = false;
	/** Exists only as long as no tag has come: until then a closing tag may come without an opening one. */
	let watch: CodeWatch | null = createCodeWatch();
	/** Text that the watch has not been shown yet. It is shown only where a tag may begin, to save time. */
	let unwatched = '';
	let held = '';
	/** The end of the text where it may be the start of an opening tag among the words. It is not held back. */
	let namedTag = '';

	function textOf(text: string): Passage[] {
		if (text === '') return [];
		hasText = true;
		return [{ type: 'text', text }];
	}

	function noteUnwatched(text: string): void {
		if (watch !== null) unwatched += text;
	}

	/** Takes blanks and an opening tag off `rest`. */
	function* start(rest: string): Generator<Passage, string> {
		const words = rest.trimStart();
		const blanks = rest.slice(0, rest.length - words.length);
		// The blank lines between the closing tag and the answer do not belong to the answer.
		if (hasReasoned && blanks !== '') yield { type: 'reasoning', text: blanks };
		if (!hasReasoned) {
			noteUnwatched(blanks);
			yield* textOf(blanks);
		}
		if (words === '') return '';
		const match = matchTag(words, 0, hasReasoned ? BEHIND_REASONING : AT_START);
		if (match?.type === 'part') {
			held = words;
			return '';
		}
		if (match === null) {
			state = 'answer';
			return words;
		}
		watch = null;
		openPair = TAG_PAIRS.find(({ open }) => open === match.tag);
		answerClose = ANSWER_PAIRS_AFTER_REASONING.find(({ open }) => open === match.tag)?.close ?? null;
		state = openPair ? 'reasoning' : 'answer';
		hasReasoned ||= openPair !== undefined;
		return words.slice(match.tag.length);
	}

	/** Takes reasoning off `rest`, up to its closing tag. */
	function* reason(rest: string, { closes, ends = [] }: TagPair): Generator<Passage, string> {
		for (let at = nextStart(rest, 0); at !== -1; at = nextStart(rest, at + 1)) {
			const match = matchTag(rest, at, [...closes, ...ends]);
			if (match === null) continue;
			if (at > 0) yield { type: 'reasoning', text: rest.slice(0, at) };
			if (match.type === 'part') {
				held = rest.slice(at);
				return '';
			}
			state = 'start';
			return rest.slice(closes.includes(match.tag) ? at + match.tag.length : at);
		}
		yield { type: 'reasoning', text: rest };
		return '';
	}

	/** An answer that names an opening tag speaks about tags, so a closing tag in it is a word, too. */
	function noticeOpen(text: string): void {
		const match = matchTag(text, 0, OPENS);
		namedTag = match?.type === 'part' ? text : '';
		if (match?.type === 'whole') watch = null;
	}

	/** Takes the words of an answer off `rest`, up to a closing tag that ends something. */
	function* answer(rest: string, isEnd: boolean): Generator<Passage, string> {
		let seen = 0;
		if (namedTag !== '') noticeOpen(namedTag + rest);
		for (let at = nextStart(rest, 0); at !== -1; at = nextStart(rest, at + 1)) {
			if (answerClose === null && watch === null) break;
			watch?.push(unwatched + rest.slice(seen, at));
			unwatched = '';
			seen = at;
			if (watch?.isInCode) continue;
			const match = matchTag(rest, at, answerClose === null ? LONE_CLOSES : [answerClose]);
			if (match === null) {
				noticeOpen(rest.slice(at));
				continue;
			}
			const end = match.type === 'whole' ? at + match.tag.length : rest.length;
			// The character behind a closing tag tells what the tag is, so that character is awaited.
			if (!isEnd && (match.type === 'part' || (answerClose === null && end === rest.length))) {
				yield* textOf(rest.slice(0, at));
				held = rest.slice(at);
				return '';
			}
			if (match.type === 'part') continue;
			if (answerClose !== null) {
				yield* textOf(rest.slice(0, at));
				answerClose = null;
				return rest.slice(end);
			}
			if (watch !== null && endsReasoning(watch, rest.charAt(end))) {
				yield* textOf(rest.slice(0, at));
				if (hasText) yield { type: 'retype' };
				hasReasoned = true;
				watch = null;
				state = 'start';
				return rest.slice(end);
			}
		}
		noteUnwatched(rest.slice(seen));
		yield* textOf(rest);
		return '';
	}

	function* split(piece: string, isEnd: boolean): Generator<Passage> {
		let rest = held + piece;
		held = '';
		while (rest !== '') {
			if (state === 'start') rest = yield* start(rest);
			else if (state === 'reasoning' && openPair) rest = yield* reason(rest, openPair);
			else rest = yield* answer(rest, isEnd);
		}
	}

	return {
		push(piece) {
			const isPlain = state === 'answer' && held + namedTag === '' && !TAG_START.test(piece);
			if (!isPlain) return [...split(piece, false)];
			// Nearly every token takes this way.
			noteUnwatched(piece);
			return textOf(piece);
		},
		flush() {
			if (state === 'answer') return [...split('', true)];
			const text = held;
			held = '';
			return text === '' ? [] : [{ type: state === 'reasoning' ? 'reasoning' : 'text', text }];
		},
	};
}

function nextStart(text: string, from: number): number {
	const at = text.slice(from).search(TAG_START);
	return at === -1 ? -1 : from + at;
}

/** Punctuation that follows a tag only in a sentence about the tag. */
const CLOSING_MARK = /[,.;:!?)\]}»”’]/;
const OPENING_MARK = /[([{«“‘]/;
const LETTER = /[\p{L}\p{N}]/u;
const SENTENCE_END = /[.!?…。！？]/;

/**
 * Whether a closing tag with no opening one ends reasoning. It does where models put it: in a line of its own, or
 * right behind a word. It does not between the words of a sentence. `next` is the character behind the tag, empty at
 * the end of the answer.
 */
function endsReasoning({ isAtLineStart, before, lastWordCharacter }: CodeWatch, next: string): boolean {
	if (CLOSING_MARK.test(next)) return false;
	if (isAtLineStart) return true;
	if (/\s/.test(before)) return /^\s?$/.test(next) && next !== ' ' && SENTENCE_END.test(lastWordCharacter);
	return !OPENING_MARK.test(before) && (before !== next || LETTER.test(before));
}
