import { type CodeWatch, createCodeWatch } from './code-watch.ts';
import { endsReasoning } from './ends-reasoning.ts';
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
/** The closing tags that may come without an opening one. */
const LONE_CLOSES = [
	...new Set(TAG_PAIRS.flatMap(({ closes, isOpenedInPrompt }) => (isOpenedInPrompt ? closes : []))),
];
/** Some models close twice what they have opened twice. */
const BEHIND_REASONING = [...OPENS, ...ANSWER_PAIRS_AFTER_REASONING.map(({ open }) => open), ...LONE_CLOSES];
/** What Open WebUI puts in front of reasoning: how long it took. */
const SUMMARY = '<summary>';
const WHOLE_SUMMARY = /^<summary>.*?<\/summary>/is;
const LONGEST_SUMMARY = 200;
/** The mark of code, where it begins and does not end it. */
const OPENS_CODE = /(?:^|[\s([{"'“«])`$/;

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
	/** Nothing but blanks has come since the tag that opened the reasoning. */
	let isJustOpened = false;
	/** The words of the reasoning so far, looked at only where a closing tag of another name comes. */
	let thought = '';
	/** Its last two characters. */
	let lastThought = '';
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
		if (LONE_CLOSES.includes(match.tag)) return words.slice(match.length);
		watch = null;
		openPair = TAG_PAIRS.find(({ open }) => open === match.tag);
		isJustOpened = openPair !== undefined;
		thought = '';
		answerClose = ANSWER_PAIRS_AFTER_REASONING.find(({ open }) => open === match.tag)?.close ?? null;
		state = openPair ? 'reasoning' : 'answer';
		hasReasoned ||= openPair !== undefined;
		return words.slice(match.length);
	}

	/** Takes off `rest` what stands in front of the words of reasoning: blanks, the same tag again, a summary. */
	function* begin(rest: string, { open, closes }: TagPair): Generator<Passage, string> {
		const words = rest.trimStart();
		const blanks = rest.slice(0, rest.length - words.length);
		if (blanks !== '') yield { type: 'reasoning', text: blanks };
		if (words === '') return '';
		const again = OPENS.filter((other) => other === open || closes.includes(other.replace('<', '</')));
		const match = matchTag(words, 0, again);
		if (match?.type === 'whole') return words.slice(match.length);
		if (match?.type === 'part' || (open.startsWith('<details') && isSummaryOpen(words))) {
			held = words;
			return '';
		}
		isJustOpened = false;
		return open.startsWith('<details') ? words.replace(WHOLE_SUMMARY, '') : words;
	}

	function note(reasoned: string): void {
		lastThought = (lastThought + reasoned).slice(-2);
		thought += reasoned;
	}

	/** Takes reasoning off `rest`, up to its closing tag. */
	function* reason(
		rest: string,
		{ closes, closesUnopened = [], ends = [] }: TagPair,
	): Generator<Passage, string> {
		const isOpened = (tag: string, at: number) =>
			(thought + rest.slice(0, at)).toLowerCase().includes(tag.replace('/', '').slice(0, -1));
		for (let at = nextStart(rest, 0); at !== -1; at = nextStart(rest, at + 1)) {
			const match = matchTag(rest, at, [...closes, ...closesUnopened, ...ends]);
			if (match === null) continue;
			if (match.type === 'whole' && closesUnopened.includes(match.tag) && isOpened(match.tag, at)) continue;
			const end = match.type === 'whole' ? at + match.length : rest.length;
			const isQuoted = OPENS_CODE.test((lastThought + rest.slice(Math.max(0, at - 2), at)).slice(-2));
			// A thought about the tag itself has it in code.
			if (isQuoted && rest.charAt(end) === '`') continue;
			if (at > 0) yield { type: 'reasoning', text: rest.slice(0, at) };
			if (match.type === 'part' || (isQuoted && end === rest.length)) {
				note(rest.slice(0, at));
				held = rest.slice(at);
				return '';
			}
			state = 'start';
			return rest.slice(ends.includes(match.tag) ? at : end);
		}
		yield { type: 'reasoning', text: rest };
		note(rest);
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
			const end = match.type === 'whole' ? at + match.length : rest.length;
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
			else if (state === 'reasoning' && openPair)
				rest = yield* isJustOpened ? begin(rest, openPair) : reason(rest, openPair);
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

/** Whether a text is the beginning of a summary, or may become one. */
function isSummaryOpen(text: string): boolean {
	const start = text.slice(0, SUMMARY.length).toLowerCase();
	return text.length < LONGEST_SUMMARY && SUMMARY.startsWith(start) && !WHOLE_SUMMARY.test(text);
}

function nextStart(text: string, from: number): number {
	const at = text.slice(from).search(TAG_START);
	return at === -1 ? -1 : from + at;
}
