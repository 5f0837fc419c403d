import { useMemo, useSyncExternalStore } from 'react';
import { createGrowingText, type GrowingText } from '../../../utils/chat/growing-text.ts';
import type { Message } from '../../../utils/chat/types.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import type { LiveRun } from '../../../utils/run/window/run-client.ts';
import { useChatState, useTargets } from '../services/chat-services.ts';

/** An answer as it is drawn: a stored row, or a run that wins over it. */
export interface AnswerView {
	/** All but its texts. */
	message: Message;
	text: GrowingText;
	reasoning: GrowingText;
	/** Null for a row that only the database knows. */
	run: LiveRun | null;
	isRunning: boolean;
}

/** Null until the row has been read. Changes when anything but the growing texts does. */
export function useAnswer(id: string): AnswerView | null {
	const run = useChatState((state) => state.runs.get(id)) ?? null;
	const row = useChatState((state) => state.messages.get(id));
	return useMemo(() => {
		if (run) {
			const { message, text, reasoning } = run;
			return { message, text, reasoning, run, isRunning: !run.hasEnded };
		}
		if (!row) return null;
		return {
			message: row,
			text: createGrowingText(row.content),
			reasoning: createGrowingText(row.reasoning),
			run: null,
			// Just asked, or not heard of yet: what no longer runs comes from the session as interrupted.
			isRunning: row.status === 'waiting' || row.status === 'streaming',
		};
	}, [run, row]);
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
