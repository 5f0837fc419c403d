import type { ReactElement, ReactNode } from 'react';
import type { Inline } from './blocks.ts';
import { LinkView } from './link-view.tsx';
import { MathView } from './math-view.tsx';

/** Text and what is in it. Most text is one string, and React is spared an array for it. */
export function drawInline(content: readonly Inline[]): ReactNode {
	const [first] = content;
	if (content.length === 1 && typeof first === 'string') return first;
	const drawn: ReactNode[] = [];
	for (const inline of content) {
		drawn.push(typeof inline === 'string' ? inline : drawElement(inline, drawn.length));
	}
	return drawn;
}

function drawElement(inline: Exclude<Inline, string>, place: number): ReactElement {
	switch (inline.type) {
		case 'strong':
			return <strong key={place}>{drawInline(inline.children)}</strong>;
		case 'emphasis':
			return <em key={place}>{drawInline(inline.children)}</em>;
		case 'strikethrough':
			return <del key={place}>{drawInline(inline.children)}</del>;
		case 'code':
			return <code key={place}>{inline.text}</code>;
		case 'break':
			return <br key={place} />;
		case 'link':
			return <LinkView key={place} link={inline} />;
		case 'math':
			return <MathView key={place} math={inline} />;
	}
}
