import { expect, it } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { latch } from '../lockchat/latch.ts';
import { ask, hasEnded, texts, until, untilText } from './session-states.ts';
import { createTestWorld } from './test-world.ts';

it('an answer whose end is being saved still runs for a window that opens just then, and is gone on from when it is saved', async () => {
	const saving = latch<void>();
	const saved = latch<void>();
	const wrapStore = (store: Store): Store => ({
		...store,
		async saveAnswer(answer) {
			saving.resolve();
			await saved.promise;
			return store.saveAnswer(answer);
		},
	});
	const world = await createTestWorld({ wrapStore });
	const model = world.provider.script('cut', [{ token: 'Once upon' }, { hold: 'cut' }, { reset: true }]);
	const first = world.openWindow();
	const { answerId } = ask(first, model);
	await untilText(first, answerId, 'Once upon');
	world.provider.release('cut');
	await saving.promise;

	const second = world.openWindow();
	second.session.open(first.session.getState().chatId ?? '');
	const opened = await until(second, (state) => texts(state)[1] === 'Once upon');
	expect(opened.runs.get(answerId)).toMatchObject({ hasEnded: false, message: { status: 'streaming' } });

	saved.resolve();
	await until(second, hasEnded);
	world.provider.script('cut', [{ token: ' a time.' }, { done: true }]);
	second.session.continueAnswer(answerId);
	const ended = await until(second, ({ runs }) => runs.get(answerId)?.message.status === 'done');
	expect(texts(ended)[1]).toBe('Once upon a time.');
	await world.close();
});
