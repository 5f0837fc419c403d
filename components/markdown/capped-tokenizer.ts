import { Tokenizer, type Tokens } from 'marked';
import { MAX_BLOCK_DEPTH } from './limits.ts';

/**
 * marked reads a quote or a list by calling itself on what is inside: two thousand `> ` would overflow its stack,
 * and a few dozen with lazy lines take for ever. Past the cap the markers are text.
 */
export class CappedTokenizer extends Tokenizer {
	private depth = 0;

	override blockquote(source: string): Tokens.Blockquote | undefined {
		return this.nested(() => super.blockquote(source));
	}

	override list(source: string): Tokens.List | undefined {
		return this.nested(() => super.list(source));
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
