import { useMemo, useSyncExternalStore } from 'react';
import { createGrowingText, type GrowingText } from '../../../utils/chat/growing-text.ts';
import { type LivePart, livePartsOf } from '../../../utils/chat/live-parts.ts';
import { isRunning } from '../../../utils/chat/reduce.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import type { Endpoint } from '../../../utils/lockchat/types.ts';
import type { LiveRun } from '../../../utils/run/window/live-runs.ts';
import { useChatState, useTargets } from '../services/chat-services.ts';

/** An answer as it is drawn. */
export interface AnswerView {
	/** All but the texts of its parts. */
	message: Message;
	parts: readonly LivePart[];
	/** While the last part is no text: what a text after it will grow in, empty until then. Null when none is expected. */
	nextText: GrowingText | null;
	/** There is some text, and not only reasoning or a refusal. */
	hasText: boolean;
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
		const parts = run?.parts ?? livePartsOf(message.parts);
		const runs = isRunning(message);
		return {
			message,
			parts,
			nextText: runs && parts.at(-1)?.type !== 'text' ? (run?.nextText ?? createGrowingText()) : null,
			hasText: parts.some(({ type }) => type === 'text'),
			run,
			isRunning: runs,
		};
	}, [run, message]);
}

/** The answer's text for the clipboard: without reasoning, and with a blank line where reasoning parts two texts. */
export function copiedText(parts: readonly LivePart[]): string {
	return parts
		.map((part) => (part.type === 'text' ? part.text.toString() : ''))
		.filter((text) => text.trim() !== '')
		.join('\n\n');
}

/** What an answer was asked of; undefined where that has been removed. */
export function useAnswerEndpoint({ endpointId }: Message): Endpoint | undefined {
	const targets = useTargets();
	const chatEndpointId = useChatState((state) => state.chat?.endpointId);
	return targets?.endpoints.find(({ id }) => id === (endpointId ?? chatEndpointId));
}

const never = () => () => undefined;

/** Whether a text has begun: draws again at its first piece and at no other. */
export function useHasBegun(text: GrowingText | null): boolean {
	return useSyncExternalStore(text?.subscribe ?? never, () => text !== null && text.length > 0);
}
