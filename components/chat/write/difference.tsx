import { type ReactElement, useMemo } from 'react';
import { drawEach } from '../../ui/draw-each.ts';
import { type DiffPiece, diffWords } from './diff-words.ts';

function drawPiece({ type, text }: DiffPiece, key: number): ReactElement {
	switch (type) {
		case 'gone':
			return (
				<del key={key} className="bg-danger-soft text-danger line-through">
					{text}
				</del>
			);
		case 'new':
			return (
				<ins key={key} className="bg-accent-soft text-text underline decoration-accent">
					{text}
				</ins>
			);
		case 'same':
			return <span key={key}>{text}</span>;
	}
}

/** A text with what goes from it and what comes into it, told apart by more than their colours. */
export function Difference({ before, after }: { before: string; after: string }) {
	const pieces = useMemo(() => diffWords(before, after), [before, after]);
	return <>{drawEach(pieces, drawPiece)}</>;
}
