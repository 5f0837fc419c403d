import type { Direction, VersionSteps } from '../services/version-step.ts';
import type { StickToBottom } from './stick-to-bottom.ts';

/** Each of these events of the user ends a step: from then on neither the scroll position nor the focus is changed. */
const USER_EVENTS = ['keydown', 'pointerdown', 'wheel', 'touchmove'] as const;

export interface TranscriptSteps extends VersionSteps {
	dispose(): void;
}

/** @param getStick what scrolls the transcript; null before it is there */
export function createVersionSteps(getStick: () => StickToBottom | null): TranscriptSteps {
	let step: { messageId: string; direction: Direction } | null = null;
	let lastId: string | null = null;
	let shown: Element | null = null;
	let listening = new AbortController();

	function end(): void {
		step = null;
		listening.abort();
		getStick()?.release();
	}

	return {
		begin(messageId, direction, from) {
			end();
			step = { messageId, direction };
			lastId = messageId;
			shown = from;
			// The other version may have to be read from the database first. Until its switch is drawn, there is nothing to hold.
			getStick()?.hold(() => (shown?.isConnected ? shown : null));
			listening = new AbortController();
			const { signal } = listening;
			for (const type of USER_EVENTS) {
				window.addEventListener(type, end, { capture: true, passive: true, signal });
			}
		},
		arrive(messageId, to) {
			if (step?.messageId !== messageId) return null;
			const { direction } = step;
			step = null;
			shown = to;
			getStick()?.restore();
			return direction;
		},
		getMessageId: () => lastId,
		dispose: end,
	};
}
