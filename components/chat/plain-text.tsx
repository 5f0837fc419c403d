import { useSyncExternalStore } from 'react';
import type { GrowingText } from '../../utils/chat/growing-text.ts';

/** The text as it is, until what draws Markdown has been loaded. */
export function PlainText({ text }: { text: GrowingText }) {
	useSyncExternalStore(text.subscribe, () => text.length);
	return <p className="whitespace-pre-wrap">{text.toString()}</p>;
}
