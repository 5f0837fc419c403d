const OPEN = '<think>';
const CLOSE = '</think>';

export interface Passage {
	type: 'text' | 'reasoning';
	text: string;
}

/** Tells reasoning between `<think>` tags from the answer, however the tags are split. */
export interface ThinkSplitter {
	push(piece: string): Passage[];
	/** What was held back, as it might have become a tag. */
	flush(): Passage[];
}

/**
 * Tags open reasoning at the start of an answer only, where models put them (and after reasoning that has
 * closed): in the middle of an answer `<think>` is a word like any other. Reasoning that never closes stays
 * reasoning. Holds back at most the start of a tag; once the answer proper has begun, nothing.
 */
export function createThinkSplitter(): ThinkSplitter {
	let state: 'start' | 'reasoning' | 'answer' = 'start';
	let hasReasoned = false;
	let held = '';

	function* split(piece: string): Generator<Passage> {
		let rest = held + piece;
		held = '';
		while (rest !== '' && state !== 'answer') {
			if (state === 'start') {
				const blank = rest.length - rest.trimStart().length;
				// The blank lines between the closing tag and the answer are none of the answer's.
				if (blank > 0) yield { type: hasReasoned ? 'reasoning' : 'text', text: rest.slice(0, blank) };
				rest = rest.slice(blank);
				if (rest.startsWith(OPEN)) {
					state = 'reasoning';
					hasReasoned = true;
					rest = rest.slice(OPEN.length);
				} else if (OPEN.startsWith(rest)) {
					held = rest;
					return;
				} else {
					state = 'answer';
				}
			} else {
				const close = rest.indexOf(CLOSE);
				const end = close === -1 ? rest.length - partOfTagAtEnd(rest) : close;
				if (end > 0) yield { type: 'reasoning', text: rest.slice(0, end) };
				if (close === -1) {
					held = rest.slice(end);
					return;
				}
				state = 'start';
				rest = rest.slice(close + CLOSE.length);
			}
		}
		if (rest !== '') yield { type: 'text', text: rest };
	}

	return {
		push(piece) {
			// The way of nearly every token.
			return state === 'answer' ? [{ type: 'text', text: piece }] : [...split(piece)];
		},
		flush() {
			const text = held;
			held = '';
			return text === '' ? [] : [{ type: state === 'reasoning' ? 'reasoning' : 'text', text }];
		},
	};
}

/** How many characters at the end of `text` may be the start of a closing tag. */
function partOfTagAtEnd(text: string): number {
	for (let length = Math.min(text.length, CLOSE.length - 1); length > 0; length -= 1) {
		if (text.endsWith(CLOSE.slice(0, length))) return length;
	}
	return 0;
}
