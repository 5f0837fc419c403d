import { lazy, Suspense } from 'react';
import type { GrowingText } from '../../utils/chat/growing-text.ts';
import { PlainText } from './plain-text.tsx';
import { loadMarkdown } from './preload.ts';

const Markdown = lazy(async () => ({ default: (await loadMarkdown()).Markdown }));

/** Markdown that draws itself as it grows; nothing above it is drawn again for a token. */
export function AnswerText({ text, isFinal }: { text: GrowingText; isFinal: boolean }) {
	return (
		<Suspense fallback={<PlainText text={text} />}>
			<Markdown text={text} isFinal={isFinal} />
		</Suspense>
	);
}
