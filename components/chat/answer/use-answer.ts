import { useMemo, useSyncExternalStore } from 'react';
import { createGrowingText, type GrowingText } from '../../../utils/chat/growing-text.ts';
import { isRunning } from '../../../utils/chat/reduce.ts';
import type { Message } from '../../../utils/chat/types.ts';
import type { Endpoint } from '../../../utils/lockchat/types.ts';
import type { LiveRun } from '../../../utils/run/window/run-client.ts';
import { useChatState, useTargets } from '../services/chat-services.ts';

/** An answer as it is drawn. */
export interface AnswerView {
	/** All but its texts. */
	message: Message;
	text: GrowingText;
	reasoning: GrowingText;
	/** Null where this window has not seen it run. */
	run: LiveRun | null;
	isRunning: boolean;
}

/** Null until the row has been read. Changes when anything but the growing texts does. */
export function useAnswer(id: string): AnswerView | null {
	const run = useChatState((state) => state.runs.get(id)) ?? null;
	const message = useChatState((state) => state.messages.get(id));
	return useMemo(() => {
		if (!message) return null;
		const { text, reasoning } = run ?? {
			text: createGrowingText(message.content),
			reasoning: createGrowingText(message.reasoning),
		};
		return { message, text, reasoning, run, isRunning: isRunning(message) };
	}, [run, message]);
}

/** What an answer was asked of; undefined where that has been removed. */
export function useAnswerEndpoint({ endpointId }: Message): Endpoint | undefined {
	const targets = useTargets();
	const chatEndpointId = useChatState((state) => state.chat?.endpointId);
	return targets?.endpoints.find(({ id }) => id === (endpointId ?? chatEndpointId));
}

/** Whether anything has come yet: draws again at the first piece and at no other. */
export function useHasText(text: GrowingText): boolean {
	return useSyncExternalStore(text.subscribe, () => text.length > 0);
}
