import type { ChatState } from '../../../utils/run/session/chat-session.ts';
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

/** Resolves when the answer has grown to this text. */
export async function untilText(window: TestWindow, answerId: string, text: string): Promise<void> {
	const { runs } = await until(window, (state) => state.runs.has(answerId));
	const run = runs.get(answerId);
	const last = run?.parts.at(-1);
	const growing = last?.type === 'text' ? last.text : run?.nextText;
	await new Promise<void>((resolve) => {
		const look = (): void => {
			if (growing?.toString() === text) resolve();
		};
		growing?.subscribe(look);
		look();
	});
}

export const hasEnded = (state: ChatState): boolean => {
	const last = state.path.at(-1);
	return last !== undefined && state.runs.get(last.id)?.hasEnded === true;
};
export const texts = ({ path, runs, messages }: ChatState): string[] =>
	path.map(({ id }) => textIn(runs.get(id)) ?? contentOf(messages.get(id)) ?? '');

export function ask(window: TestWindow, model: string, text = 'Hi?') {
	window.session.ask(text, { ...TARGET, model });
	const answerId = window.session.getState().path.at(-1)?.id ?? '';
	return { answerId };
}
