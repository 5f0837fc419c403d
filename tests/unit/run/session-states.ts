import type { GrowingText } from '../../../utils/chat/live-parts.ts';
import { isRunning } from '../../../utils/chat/reduce.ts';
import type { ChatState } from '../../../utils/run/session/chat-state.ts';
import { contentOf, textIn } from '../flat-message.ts';
import { TARGET, type TestWindow } from './test-world.ts';

/** Resolves with the first state that satisfies the condition, now or later. */
export function until({ session }: TestWindow, isReached: (state: ChatState) => boolean): Promise<ChatState> {
	return new Promise((resolve) => {
		const look = (): void => {
			const state = session.getState();
			if (!isReached(state)) return;
			unsubscribe();
			resolve(state);
		};
		const unsubscribe = session.subscribe(look);
		look();
	});
}

/**
 * Resolves when the answer has grown to this text. A session tells only of new parts; that a text has grown is told by
 * the part.
 */
export function untilText({ session }: TestWindow, answerId: string, text: string): Promise<void> {
	return new Promise((resolve) => {
		let listenedTo: GrowingText | undefined;
		let leavePart = (): void => undefined;
		const look = (): void => {
			const run = session.getState().runs.get(answerId);
			const last = run?.parts.at(-1);
			const growing = last?.type === 'text' ? last.text : run?.nextText;
			if (growing !== listenedTo) {
				leavePart();
				listenedTo = growing;
				leavePart = growing?.subscribe(look) ?? leavePart;
			}
			if (textIn(run) !== text) return;
			leavePart();
			unsubscribe();
			resolve();
		};
		const unsubscribe = session.subscribe(look);
		look();
	});
}

/**
 * Whether this answer has ended, by its run, or by what is known of it since the background has forgotten the run. A
 * window that attaches anew is told of no run that is over.
 */
export function isOver({ runs, messages }: ChatState, answerId: string): boolean {
	const run = runs.get(answerId);
	const message = messages.get(answerId);
	return run ? run.hasEnded : message?.role === 'assistant' && !isRunning(message);
}

/** The last answer of the path is over. */
export const isLastOver = (state: ChatState): boolean => isOver(state, state.path.at(-1)?.id ?? '');

/** The run of the last answer has ended, and the window has heard of it. */
export const hasEnded = ({ path, runs }: ChatState): boolean =>
	runs.get(path.at(-1)?.id ?? '')?.hasEnded === true;

export const texts = ({ path, runs, messages }: ChatState): string[] =>
	path.map(({ id }) => textIn(runs.get(id)) ?? contentOf(messages.get(id)) ?? '');

export function ask(window: TestWindow, model: string, text = 'Hi?') {
	window.session.ask(text, { ...TARGET, model });
	const answerId = window.session.getState().path.at(-1)?.id ?? '';
	return { answerId };
}
