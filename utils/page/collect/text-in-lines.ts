import { nameOf, parentElement } from './nodes.ts';

/** What stands apart by a blank line. */
const PARAGRAPH = /^(?:p|h[1-6]|blockquote|pre)$/;

/** A text that is put together of pieces from blocks, which stand on lines of their own. */
export class TextInLines {
	#text = '';
	/** Kept apart, as to look at a text that grows copies all of it. */
	#endsBlank = true;
	#gap = '';
	#block: Element | null = null;

	breakLine(): void {
		this.#gap += '\n';
	}

	/** Goes on in a block, which may be the same. */
	enter(block: Element): void {
		const before = this.#block;
		this.#block = block;
		if (!before || before === block) return;
		const isCell = /^t[dh]$/.test(nameOf(block)) && parentElement(block) === parentElement(before);
		const isApart = PARAGRAPH.test(nameOf(block)) || PARAGRAPH.test(nameOf(before));
		const gap = isCell ? '\t' : isApart ? '\n\n' : '\n';
		if (this.#gap.length < gap.length) this.#gap = gap;
	}

	/** @param isPre whether its white space is seen as it is */
	add(piece: string, isPre: boolean): void {
		const flat = isPre ? piece : piece.replace(/[ \t\r\n\f]+/g, ' ');
		const isAtBlank = this.#gap !== '' || this.#endsBlank;
		const fits = isPre || !isAtBlank ? flat : flat.replace(/^ /, '');
		if (fits === '') return;
		this.#text += this.#text === '' ? fits : this.#gap + fits;
		this.#endsBlank = /\s$/.test(fits.slice(-1));
		this.#gap = '';
	}

	all(): string {
		return this.#text.trim();
	}
}
