import { useEffect, useSyncExternalStore } from 'react';
import type { GrowingText } from '../../../utils/chat/live-parts.ts';
import type { LiveRun } from '../../../utils/run/window/heard-chat.ts';
import { useChatServices, useChatState } from '../services/chat-services.ts';

/** What screen readers are told. The transcript itself tells them nothing. */
export function StatusRegion() {
	const { announcer } = useChatServices();
	useAnswerSpeech();
	return (
		<div role="status" className="sr-only">
			{useSyncExternalStore(announcer.subscribe, announcer.getText)}
		</div>
	);
}

/**
 * How often something is said, in milliseconds: often enough to follow, seldom enough that a sentence is spoken to its
 * end.
 */
const EVERY_MS = 1500;

/** Tells the running answer to screen readers sentence by sentence; token by token nobody could follow it. */
function useAnswerSpeech(): void {
	const { session, announcer } = useChatServices();
	const answerId = useChatState((state) => state.runningAnswerId);
	const text = useChatState((state) => (answerId ? growingTextOf(state.runs.get(answerId)) : undefined));

	useEffect(() => {
		if (!text || !answerId) return;
		let offset = text.length;
		const speak = (isFinal: boolean) => {
			const { length, words } = takeSentences(text.slice(offset), isFinal);
			offset += length;
			if (words) announcer.say(words);
		};
		const timer = setInterval(() => speak(false), EVERY_MS);
		return () => {
			clearInterval(timer);
			// This text is complete: the answer has ended, or goes on with reasoning and then another text.
			const run = session.getState().runs.get(answerId);
			if (run?.hasEnded || (run && growingTextOf(run) !== text)) speak(true);
		};
	}, [session, announcer, answerId, text]);
}

/** The text that grows now or, while the model reasons, the one that will come next. */
function growingTextOf(run: LiveRun | undefined): GrowingText | undefined {
	const last = run?.parts.at(-1);
	return last?.type === 'text' ? last.text : run?.nextText;
}

/** A full stop, question or exclamation mark with a space behind it, or the end of a line. */
const SENTENCE_END = /[.!?…。！？]["'»”)\]]*\s|\n/g;

/** The most that is said at once, in UTF-16 code units. Nobody listens to more, and the browser lays it out as one line. */
const MAX_SPOKEN = 2000;

/**
 * The whole sentences at the start of a text that still grows, for reading aloud.
 *
 * @param isFinal true if nothing more will come, so that the rest counts as a sentence, too
 * @returns how much of `text` has been taken, in UTF-16 code units, and the first words of it without Markdown's marks
 */
export function takeSentences(text: string, isFinal: boolean): { length: number; words: string } {
	let length = isFinal ? text.length : 0;
	if (!isFinal) for (const match of text.matchAll(SENTENCE_END)) length = match.index + match[0].length;
	const words = text
		.slice(0, Math.min(length, MAX_SPOKEN))
		.replace(/[`*~]+/g, '')
		.replace(/^[#>]+|\|/gm, ' ')
		.replace(/\s+/g, ' ')
		.trim();
	return { length, words };
}
