import type { Inline } from './blocks.ts';

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
