import { lazy, memo, useEffect, useRef, useSyncExternalStore } from 'react';
import type { GrowingText } from '../../../utils/chat/live-parts.ts';
import { Late } from '../../ui/late.tsx';
import { skipOffScreen } from '../message/skip-off-screen.ts';
import { loadMarkdown } from '../services/preload.ts';

const Markdown = lazy(async () => ({ default: (await loadMarkdown()).Markdown }));

export interface AnswerTextProps {
	text: GrowingText;
	/** True if nothing more will come for now. */
	isFinal: boolean;
}

function DrawnText({ text, isFinal }: AnswerTextProps) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => skipOffScreen(box.current), []);
	return (
		<div ref={box}>
			<Markdown text={text} isFinal={isFinal} />
		</div>
	);
}

/** Markdown that draws itself as it grows; nothing above it is drawn again for a token. What it cannot draw is plain text. */
export const AnswerText = memo(function AnswerText(props: AnswerTextProps) {
	const plain = <PlainText text={props.text} />;
	return (
		<Late until={plain} otherwise={plain}>
			<DrawnText {...props} />
		</Late>
	);
});

/** The text without formatting. It is shown until the code that draws Markdown has been loaded. */
export function PlainText({ text }: { text: GrowingText }) {
	useSyncExternalStore(text.subscribe, () => text.length);
	return <p className="whitespace-pre-wrap">{text.toString()}</p>;
}
