/** Tells of a Markdown text that grows character by character what stands at its end. */
export interface CodeWatch {
	/** The end of the text is inside a fenced block or a code span. */
	readonly isInCode: boolean;
	/** Nothing but blanks stands between the start of the line and the end of the text. */
	readonly isAtLineStart: boolean;
	/** The last character of the text; empty while there is none. */
	readonly before: string;
	/** The last character of the line that is no blank; empty where the line has none. */
	readonly lastWordCharacter: string;
	push(text: string): void;
}

/** The fewest characters of a fence. */
const FENCE = 3;

/**
 * Makes a watch that knows fences of backticks and tildes, and code spans between equal runs of backticks. A code
 * span ends with its paragraph.
 */
export function createCodeWatch(): CodeWatch {
	let fence: { mark: string; length: number } | null = null;
	let spanLength = 0;
	let isAtLineStart = true;
	let before = '';
	let lastWordCharacter = '';
	/** How many backticks or tildes stand in a row at the end of the text. */
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
			// A run of backticks or tildes opens or closes something only when it has ended. Whoever asks has seen a
			// tag follow it, so it has.
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
