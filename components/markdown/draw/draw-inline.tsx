import type { ReactElement, ReactNode } from 'react';
import { MathView } from '../math/math-view.tsx';
import type { Inline, Link } from '../read/blocks.ts';

/** Draws text and the elements in it. Most text is a single string, which is returned without an array around it. */
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

/** A link that opens in a new tab. Where its text could mislead, its real host is shown beside it. */
export function LinkView({ link }: { link: Link }) {
	return (
		<>
			<a
				href={link.href}
				title={link.title ?? undefined}
				target="_blank"
				rel="noopener noreferrer"
				className={link.isImage ? 'md-image' : undefined}
			>
				{drawInline(link.children)}
			</a>
			{link.host !== null && <bdi className="md-host"> ({link.host})</bdi>}
		</>
	);
}
