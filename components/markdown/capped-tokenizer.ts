import { Tokenizer, type Tokens } from 'marked';
import { MAX_BLOCK_DEPTH, MAX_COLUMNS } from './limits.ts';

/**
 * marked reads a quote or a list by calling itself on what is inside: two thousand `> ` would overflow its stack,
 * and a few dozen with lazy lines take for ever. Past the cap the markers are text. So is a table whose head would
 * make a thousand cells of every short row.
 */
export class CappedTokenizer extends Tokenizer {
	private depth = 0;

	override blockquote(source: string): Tokens.Blockquote | undefined {
		return this.nested(() => super.blockquote(source));
	}

	override list(source: string): Tokens.List | undefined {
		return this.nested(() => super.list(source));
	}

	override table(source: string): Tokens.Table | undefined {
		const head = source.slice(0, source.indexOf('\n'));
		return head.split('|', MAX_COLUMNS + 2).length > MAX_COLUMNS + 1 ? undefined : super.table(source);
	}

	private nested<T>(read: () => T | undefined): T | undefined {
		if (this.depth >= MAX_BLOCK_DEPTH) return undefined;
		this.depth += 1;
		try {
			return read();
		} finally {
			this.depth -= 1;
		}
	}
}
