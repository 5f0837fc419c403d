import { useMemo, useSyncExternalStore } from 'react';
import {
	createGrowingText,
	type GrowingText,
	type LivePart,
	livePartsOf,
} from '../../../utils/chat/live-parts.ts';
import { isRunning } from '../../../utils/chat/reduce.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import type { LiveRun } from '../../../utils/run/window/heard-chat.ts';
import { useChatState, useTargets } from '../services/chat-services.ts';

/** An answer as it is drawn. */
export interface AnswerView {
	/** The message. The texts of its parts may be out of date. */
	message: Message;
	parts: readonly LivePart[];
	/**
	 * The text that the next part would grow in, empty until then, as long as the last part is not a text. Null when no
	 * text is expected.
	 */
	nextText: GrowingText | null;
	/** True if there is some text, and not only reasoning or a refusal. */
	hasText: boolean;
	/** Null where this window has not seen the answer run. */
	run: LiveRun | null;
	isRunning: boolean;
}

/** The answer as it is drawn; null until its row has been read. It changes whenever anything but the growing texts does. */
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

/** The answer's text for the clipboard. Reasoning is left out, and a blank line stands where reasoning parted two texts. */
export function copiedText(parts: readonly LivePart[]): string {
	return parts
		.map((part) => (part.type === 'text' ? part.text.toString() : ''))
		.filter((text) => text.trim() !== '')
		.join('\n\n');
}

/** The endpoint that an answer was asked of; undefined if it has been removed. */
export function useAnswerEndpoint({ endpointId }: Message): Endpoint | undefined {
	const targets = useTargets();
	const chatEndpointId = useChatState((state) => state.chat?.endpointId);
	return targets?.endpoints.find(({ id }) => id === (endpointId ?? chatEndpointId));
}

const never = () => () => undefined;

/** Whether a text has begun. The component is drawn again at the text's first piece, and at no other. */
export function useHasBegun(text: GrowingText | null): boolean {
	return useSyncExternalStore(text?.subscribe ?? never, () => text !== null && text.length > 0);
}
