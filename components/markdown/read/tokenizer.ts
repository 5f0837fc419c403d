import { Tokenizer, type Tokens } from 'marked';
import { readAddress, UNSPACED_WWW } from './bare-link.ts';
import { findEarlyClose, maskCjk, showBefore } from './emphasis.ts';
import { findMathStart } from './lex-math.ts';
import { MAX_BLOCK_DEPTH, MAX_COLUMNS } from './limits.ts';
import { findMarkdownFence } from './nested-fence.ts';
import { splitRow } from './split-row.ts';

/** Of an address in the place of a word, something tells: a scheme, a path, a place in a page, or the name of a host or file. */
const IS_ADDRESS = /[/:#?@]|\.\p{L}|^$/u;

/**
 * marked's tokenizer, with what models write beyond CommonMark and GFM, and with caps.
 *
 * marked reads the inside of a quote or a list by calling itself: two thousand `> ` would overflow its stack, and a few
 * dozen of them, before lines that leave them out, would take for ever. Markers deeper than the cap are text. A table with
 * too many columns is text too, since each of its rows, however short, is filled up to all of them.
 */
export class AnswerTokenizer extends Tokenizer {
	private depth = 0;

	private readonly isGrowing: boolean;
	/** The text that was masked last, by marked and then by `maskCjk`: it is asked for at each run of delimiters. */
	private masked = { once: '', twice: '' };

	/** @param isGrowing more text will come */
	constructor(isGrowing: boolean) {
		super();
		this.isGrowing = isGrowing;
	}

	override blockquote(source: string): Tokens.Blockquote | undefined {
		return this.nested(() => super.blockquote(source));
	}

	override list(source: string): Tokens.List | undefined {
		return this.nested(() => super.list(source));
	}

	/** A fence that holds Markdown may hold fences that look like itself. */
	override fences(source: string): Tokens.Code | undefined {
		const fence = findMarkdownFence(source, this.isGrowing);
		const token = super.fences(fence?.unambiguous ?? source);
		return fence && token ? { ...token, raw: source.slice(0, fence.end) } : token;
	}

	/** A formula cannot be the text of a heading, so no underline is looked for in it or behind it. */
	override lheading(source: string): Tokens.Heading | undefined {
		return super.lheading(source.slice(0, findMathStart(source, this.isGrowing)));
	}

	/** Reads a table as marked does, except for the cells of a row: see `splitRow`. */
	override table(source: string): Tokens.Table | undefined {
		const head = source.slice(0, source.indexOf('\n'));
		if (head.split('|', MAX_COLUMNS + 2).length > MAX_COLUMNS + 1) return undefined;
		const [raw, header = '', delimiters = '', body = ''] = this.rules.block.table.exec(source) ?? [];
		if (raw === undefined || !/[:|]/.test(delimiters)) return undefined;
		const align = delimiters
			.replace(/^\||\| *$/g, '')
			.split('|')
			.map(readAlign);
		const cells = splitRow(header);
		if (cells.length !== align.length) return undefined;
		const rows = body.trim() === '' ? [] : body.replace(/\n[ \t]*$/, '').split('\n');
		const toCells = (texts: readonly string[], isHeader: boolean): Tokens.TableCell[] =>
			texts.map((text, index) => ({ text, tokens: [], header: isHeader, align: align[index] ?? null }));
		return {
			type: 'table',
			raw: raw.replace(/\n+$/, ''),
			align,
			header: toCells(cells, true),
			rows: rows.map((row) => {
				const texts = splitRow(row);
				const missing = Math.max(0, align.length - texts.length);
				return toCells([...texts, ...Array.from({ length: missing }, () => '')], false);
			}),
		};
	}

	/**
	 * Where a link of another line leads is not shown. A word there is no address, and the line means something to its
	 * reader: `[Answer]: 42`, `[^1]: Plato`. While it grows, it may become an address.
	 */
	override def(source: string): Tokens.Def | undefined {
		const definition = super.def(source);
		if (!definition || (this.isGrowing && definition.raw.length === source.length)) return definition;
		const isMeant = definition.title !== undefined || IS_ADDRESS.test(definition.href);
		return isMeant || definition.raw.includes('<') ? definition : undefined;
	}

	override emStrong(source: string, once: string, before = ''): Tokens.Em | Tokens.Strong | undefined {
		if (!/^[*_]/.test(source)) return undefined;
		const masked = this.mask(once);
		const end = findEarlyClose(source, masked);
		if (end < 0) {
			const shown = showBefore(source, before, masked, masked.length - source.length);
			return super.emStrong(source, masked, shown);
		}
		const raw = source.slice(0, end);
		const isStrong = /^(?:\*\*(?!\*)|__(?!_))/.test(raw);
		const text = isStrong ? raw.slice(2, -2) : raw.slice(1, -1);
		const tokens = this.lexer.inlineTokens(text);
		return isStrong ? { type: 'strong', raw, text, tokens } : { type: 'em', raw, text, tokens };
	}

	/** Two tildes strike through. A single one means “about” (`~3`) or a range (`20~25`); three or more mean nothing. */
	override del(source: string, once: string, before = ''): Tokens.Del | undefined {
		if (!/^~~(?!~)/.test(source) || before === '~') return undefined;
		const masked = this.mask(once);
		const end = findEarlyClose(source, masked);
		if (end < 0) {
			return super.del(source, masked, showBefore(source, before, masked, masked.length - source.length));
		}
		const raw = source.slice(0, end);
		const text = raw.slice(2, -2);
		return { type: 'del', raw, text, tokens: this.lexer.inlineTokens(text) };
	}

	/** marked looks only for hosts that begin with a Latin letter, so each letter of another script is shown to it as an `a`. */
	override url(source: string): Tokens.Link | undefined {
		const address = readAddress(source);
		if (address === '') return super.url(source);
		const link = super.url(address.replace(/[^ -~]/g, 'a'));
		if (!link) return undefined;
		const text = address.slice(0, link.raw.length);
		const href = link.href.slice(0, -text.length) + text;
		return { ...link, raw: text, text, href, tokens: [] };
	}

	override inlineText(source: string): Tokens.Text | undefined {
		const token = super.inlineText(source);
		const address = token ? token.raw.search(UNSPACED_WWW) : -1;
		return address > 0 ? super.inlineText(source.slice(0, address)) : token;
	}

	private mask(once: string): string {
		if (this.masked.once !== once) this.masked = { once, twice: maskCjk(once) };
		return this.masked.twice;
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

function readAlign(delimiter: string): 'left' | 'center' | 'right' | null {
	const [, left, right] = /^ *(:?)-+(:?) *$/.exec(delimiter) ?? [];
	if (right === ':') return left === ':' ? 'center' : 'right';
	return left === ':' ? 'left' : null;
}
