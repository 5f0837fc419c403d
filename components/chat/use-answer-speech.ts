import { useEffect } from 'react';
import { useChatServices, useChatState } from './chat-services.ts';
import { takeSentences } from './take-sentences.ts';

/** Often enough to follow, seldom enough that a sentence is spoken to its end. */
const EVERY_MS = 1500;

/** Tells the running answer to screen readers sentence by sentence; token by token nobody could follow it. */
export function useAnswerSpeech(): void {
	const { session, announcer } = useChatServices();
	const answerId = useChatState((state) => state.runningAnswerId);
	const text = useChatState((state) => (answerId ? state.runs.get(answerId)?.text : undefined));

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
			if (session.getState().runs.get(answerId)?.hasEnded) speak(true);
		};
	}, [session, announcer, answerId, text]);
}
