import { describe, expect, it, onTestFinished } from 'vitest';
import { ask, hasEnded, texts, until } from './session-states.ts';
import { createServedWorld } from './test-world.ts';

/** A world whose endpoint does or does not need a key; `keys` holds it as the settings would. */
async function openWorld({ needsAuth }: { needsAuth: boolean }) {
	const keys = new Map<string, string>();
	const world = await createServedWorld({ getApiKey: async (id) => keys.get(id) });
	onTestFinished(() => world.close());
	world.endpoint.needsAuth = needsAuth;
	const model = world.server.script('answers', [{ token: 'Hello' }, { done: true }]);
	return { keys, server: world.server, window: world.openWindow(), model };
}

describe('an endpoint that was set up with a key', () => {
	it('is not asked once the key was forgotten', async () => {
		const { server, window, model } = await openWorld({ needsAuth: true });
		const { answerId } = ask(window, model);
		const { runs } = await until(window, hasEnded);
		expect(runs.get(answerId)?.message).toMatchObject({ status: 'failed', failure: { code: 'key-missing' } });
		expect(server.requests).toHaveLength(0);
	});

	it('answers a Retry after the key was entered again', async () => {
		const { keys, server, window, model } = await openWorld({ needsAuth: true });
		const { answerId } = ask(window, model);
		await until(window, hasEnded);
		keys.set('local', 'sk-1');
		window.session.retry(answerId);
		const isAnswered = (state: Parameters<typeof texts>[0]) =>
			hasEnded(state) && texts(state).includes('Hello');
		await until(window, isAnswered);
		expect(server.requests).toHaveLength(1);
	});

	it('is asked without one where it never had any', async () => {
		const { server, window, model } = await openWorld({ needsAuth: false });
		ask(window, model);
		expect(texts(await until(window, hasEnded))).toEqual(['Hi?', 'Hello']);
		expect(server.requests).toHaveLength(1);
	});
});
