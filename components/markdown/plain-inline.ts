import type { Inline } from './blocks.ts';

/** What any mark needs: delimiters, references, breaks, formulas, and the colon, `@` or `www` of a bare address. */
const SIGN_OF_MARKS = /[\\`*_~[\]<&$\n:@]|www/i;

/** A text that reads as itself, now and with whatever may follow it: no reader need look at it. */
export function isPlain(text: string): boolean {
	return !SIGN_OF_MARKS.test(text);
}

/** The words alone, as in an image's alternative text. */
export function plainText(content: readonly Inline[]): string {
	return content.map(textOf).join('');
}

function textOf(inline: Inline): string {
	if (typeof inline === 'string') return inline;
	switch (inline.type) {
		case 'strong':
		case 'emphasis':
		case 'strikethrough':
		case 'link':
			return plainText(inline.children);
		case 'code':
			return inline.text;
		case 'math':
			return inline.source;
		case 'break':
			return '\n';
	}
}
