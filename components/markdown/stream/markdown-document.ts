import { type Block, type Groups, regroup } from '../read/blocks.ts';
import { lexBlocks } from '../read/lex-blocks.ts';
import { readBlocks } from '../read/read-block.ts';
import { createTail, type Tail } from './tail.ts';

/**
 * Makes arriving pieces fit to be read: one kind of line end, no null characters, no more marks on a letter than allowed.
 *
 * Half of a CR LF or of a surrogate pair is held back until its other half has come.
 */
interface TextIntake {
	take(piece: string): string;
	/** The part that is still held back. To be called when nothing more will come. */
	rest(): string;
}

export function createTextIntake(): TextIntake {
	const marks = createMarkLimit();
	let held = '';

	return {
		take(piece) {
			const text = held + piece;
			held = /[\r\uD800-\uDBFF]$/.exec(text)?.[0] ?? '';
			return marks.take(clean(held === '' ? text : text.slice(0, -1)));
		},
		rest() {
			const text = marks.take(clean(held));
			held = '';
			return text;
		},
	};
}

function clean(text: string): string {
	// Most texts have neither, and a look is cheaper than a replace that finds nothing.
	let cleaned = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
	if (cleaned.includes('\0')) cleaned = cleaned.replaceAll('\0', '\uFFFD');
	return cleaned;
}

/** The most marks on one letter; no script needs as many. With more, readers see a blot, and the browser's time grows with their square. */
const MAX_MARKS = 32;

const MARKS = /[\p{M}\u200C\u200D]+/gu;
const MARK = /[\p{M}\u200C\u200D]/u;

/** Leaves out marks on a letter beyond `MAX_MARKS`, in a text that comes in pieces. */
interface MarkLimit {
	take(piece: string): string;
}

export function createMarkLimit(): MarkLimit {
	/** How many marks stand at the end of the text so far. */
	let count = 0;

	return {
		take(piece) {
			if (piece === '') return piece;
			const before = count;
			count = 0;
			// Nearly every text has no marks.
			if (!MARK.test(piece)) return piece;
			return piece.replace(MARKS, (run, offset: number) => {
				const marks = [...run];
				const carried = offset === 0 ? before : 0;
				if (offset + run.length === piece.length) count = carried + marks.length;
				return marks.slice(0, Math.max(0, MAX_MARKS - carried)).join('');
			});
		},
	};
}

/** Blocks in a group: about a screen of them, since a group that is partly in view is painted as a whole. */
const GROUP_SIZE = 16;

/**
 * Markdown that is read while it arrives. Only the tail, which is the text behind the last settled block, is read again.
 * Blocks that have not changed keep their objects.
 */
export interface MarkdownDocument {
	append(piece: string): void;
	/** Reads the text that has come. Returns the same groups if none has. */
	flush(): Groups<Block>;
	/** Reads the whole text again, as if it had come at once. Only blocks that differ are replaced. */
	finish(): Groups<Block>;
	/** How many UTF-16 code units the lexer was given while the text grew. This is the work done. */
	readonly lexedLength: number;
}

export function createMarkdownDocument(): MarkdownDocument {
	const intake = createTextIntake();
	/** All of the text, in pieces, for the pass at the end. */
	let pieces: string[] = [];
	let tail: Tail = createTail();
	let isFinished = false;
	/** Groups of settled blocks only. */
	let full: (readonly Block[])[] = [];
	let groups: Groups<Block> = [];

	return {
		append: (piece) => take(intake.take(piece)),
		flush() {
			if (!tail.read()) return groups;
			const { settled, live } = tail;
			for (let end = (full.length + 1) * GROUP_SIZE; end <= settled.length; end += GROUP_SIZE) {
				full.push(settled.slice(end - GROUP_SIZE, end));
			}
			const rest = [...settled.slice(full.length * GROUP_SIZE), ...live];
			groups = [...full, ...regroup(rest, GROUP_SIZE, groups.slice(full.length))];
			return groups;
		},
		finish() {
			take(intake.rest());
			if (isFinished) return groups;
			isFinished = true;
			pieces = [pieces.join('')];
			groups = regroup(readWhole(pieces[0] ?? '', groups.flat()), GROUP_SIZE, groups);
			return groups;
		},
		get lexedLength() {
			return tail.lexedLength;
		},
	};

	function take(text: string) {
		if (text === '') return;
		pieces.push(text);
		if (isFinished) goOn();
		else tail.append(text);
	}

	/** Takes more text after the end, as when an interrupted answer is continued. */
	function goOn() {
		isFinished = false;
		tail = createTail(groups.flat());
		tail.append(pieces.join(''));
		full = [];
	}
}

/** Reads a text as if it had come at once, so that a reference also finds definitions that stand behind it. */
function readWhole(text: string, previous: readonly Block[]): Block[] {
	const { tokens, getLexer, hasNewLinks } = lexBlocks(text);
	return readBlocks(tokens, previous, { getLexer, hasNewLinks, isSettled: true, isGrowing: false });
}
