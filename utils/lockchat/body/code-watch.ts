/** Where in a Markdown text its end stands, kept up to date character by character. */
export interface CodeWatch {
	/** In a fenced block or in a code span. */
	readonly isInCode: boolean;
	/** Nothing but blanks stands before it in its line. */
	readonly isAtLineStart: boolean;
	/** The character before it; empty at the start of the text. */
	readonly before: string;
	/** The last character before it that is no blank; empty where its line has none. */
	readonly lastWordCharacter: string;
	push(text: string): void;
}

/** The fewest characters of a fence. */
const FENCE = 3;

/** Knows fences of backticks and tildes, and spans between equal runs of backticks, which end with their paragraph. */
export function createCodeWatch(): CodeWatch {
	let fence: { mark: string; length: number } | null = null;
	let spanLength = 0;
	let isAtLineStart = true;
	let before = '';
	let lastWordCharacter = '';
	/** A run of backticks or tildes whose end has not come. */
	let run = 0;
	let isRunAtLineStart = false;

	function endRun(mark: string): void {
		if (fence !== null) {
			if (isRunAtLineStart && mark === fence.mark && run >= fence.length) fence = null;
		} else if (spanLength === 0 && isRunAtLineStart && run >= FENCE) {
			fence = { mark, length: run };
		} else if (mark === '`') {
			if (spanLength === 0) spanLength = run;
			else if (spanLength === run) spanLength = 0;
		}
		run = 0;
	}

	function step(character: string): void {
		if (run > 0 && character !== before) endRun(before);
		if (character === '`' || character === '~') {
			if (run === 0) isRunAtLineStart = isAtLineStart;
			run += 1;
		}
		if (character === '\n') {
			if (isAtLineStart) spanLength = 0;
			isAtLineStart = true;
			lastWordCharacter = '';
		} else if (character !== ' ' && character !== '\t' && character !== '\r') {
			isAtLineStart = false;
			lastWordCharacter = character;
		}
		before = character;
	}

	return {
		get isInCode() {
			// A run whose end has not come opens or closes something; where a tag follows, it has ended.
			if (run > 0) endRun(before);
			return fence !== null || spanLength > 0;
		},
		get isAtLineStart() {
			return isAtLineStart;
		},
		get before() {
			return before;
		},
		get lastWordCharacter() {
			return lastWordCharacter;
		},
		push(text) {
			for (let at = 0; at < text.length; at += 1) step(text.charAt(at));
		},
	};
}
