import { useSyncExternalStore } from 'react';
import { useChatServices } from './chat-services.ts';
import { useAnswerSpeech } from './use-answer-speech.ts';

/** What screen readers are told; the transcript itself is silent. */
export function StatusRegion() {
	const { announcer } = useChatServices();
	useAnswerSpeech();
	return (
		<div role="status" className="sr-only">
			{useSyncExternalStore(announcer.subscribe, announcer.getText)}
		</div>
	);
}
