import { type Block, type Groups, regroup } from '../read/blocks.ts';
import { lexBlocks } from '../read/lex-blocks.ts';
import { readBlocks } from '../read/read-block.ts';
import { createTail, type Tail } from './tail.ts';
import { createTextIntake } from './text-intake.ts';

/** Blocks: about a screen of them, as a group that is partly in view is painted whole. */
const GROUP_SIZE = 16;

/**
 * Markdown read while it arrives. Only the tail is read again: the text after the last settled block.
 * Blocks that did not change keep their objects.
 */
export interface MarkdownDocument {
	append(piece: string): void;
	/** Reads what has come. The same groups when there was nothing to read. */
	flush(): Groups<Block>;
	/** Reads the whole text once more, as if it had come at once; only blocks that differ are replaced. */
	finish(): Groups<Block>;
	/** UTF-16 code units given to the lexer while the text grew: the work done. */
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

	/** More text after the end: an answer that was interrupted goes on. */
	function goOn() {
		isFinished = false;
		tail = createTail(groups.flat());
		tail.append(pieces.join(''));
		full = [];
	}
}

/** The text as if it had come at once: every definition is known to every reference. */
function readWhole(text: string, previous: readonly Block[]): Block[] {
	const { tokens, lexer } = lexBlocks(text);
	const hasNewLinks = Object.keys(lexer.tokens.links).length > 0;
	return readBlocks(tokens, previous, { lexer, hasNewLinks, isSettled: true, isGrowing: false });
}
