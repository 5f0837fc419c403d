import type { Inline } from './blocks.ts';

type MathPiece = Extract<Inline, { type: 'math' }>;

/**
 * What a piece of Markdown says, without its marks.
 * @param ofMath how a formula is written
 */
export function inlineText(content: readonly Inline[], ofMath: (piece: MathPiece) => string): string {
	const textOf = (piece: Inline): string => {
		if (typeof piece === 'string') return piece;
		switch (piece.type) {
			case 'code':
				return piece.text;
			case 'break':
				return '\n';
			case 'math':
				return ofMath(piece);
			default:
				return piece.children.map(textOf).join('');
		}
	};
	return content.map(textOf).join('');
}
