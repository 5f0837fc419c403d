import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Step } from '../../lockchat-server/types.ts';
import { contentOf, textIn } from '../flat-message.ts';
import { until } from './session-states.ts';
import { createServedWorld, type ServedWorld, TARGET, type TestWindow } from './test-world.ts';

const STORY = 'Once upon a time there was a time.';
const [begun, rest] = [STORY.slice(0, 11), STORY.slice(11)];
const REST: readonly Step[] = [{ token: rest }, { done: true }];

let world: ServedWorld;
let life: AbortController;

beforeEach(async () => {
	world = await createServedWorld({}, { keptStreamBytes: 100_000 });
	life = new AbortController();
	const { fetch } = globalThis;
	vi.stubGlobal('fetch', (input: string | URL, init: RequestInit = {}) => {
		const signals = [life.signal, ...(init.signal ? [init.signal] : [])];
		return fetch(input, { ...init, signal: AbortSignal.any(signals) });
	});
});
afterEach(async () => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	await world.close();
});

/** Kills the background and, as a real death does, cuts its connections. */
function kill(): void {
	const dead = life;
	life = new AbortController();
	world.killBackground();
	dead.abort();
}

/** Asks a model that plays these steps. */
function ask(window: TestWindow, steps: readonly Step[]): string {
	const model = world.server.script('story', steps);
	window.session.ask('Tell!', { ...TARGET, model });
	return window.session.getState().path.at(-1)?.id ?? '';
}

/** Resolves when the database has this much of the answer. */
function untilSaved(answerId: string, content: string) {
	const look = async () => expect(contentOf(await world.store.readPartial(answerId))).toBe(content);
	return vi.waitFor(look);
}

const untilStatus = (window: TestWindow, answerId: string, status: string) =>
	until(
		window,
		({ runs, messages }) => (runs.get(answerId)?.message ?? messages.get(answerId))?.status === status,
	);

/** Resolves when the window shows the answer as interrupted, which may be before its row is final. */
async function untilInterrupted(window: TestWindow, answerId: string): Promise<void> {
	await until(
		window,
		({ runs, messages }) => !runs.has(answerId) && messages.get(answerId)?.status === 'interrupted',
	);
}

async function storedText(answerId: string) {
	return contentOf((await world.store.getMessages([answerId])).get(answerId));
}

describe('an answer whose background was killed, from a server that keeps its stream', () => {
	beforeEach(() => {
		// The killed background has no database any more, and complains of that; a real one would be silent.
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
	});

	it('is interrupted, and Continue has the whole of it, from one completion and without a seam: case 54', async () => {
		const window = world.openWindow();
		const answerId = ask(window, [{ token: begun }, { hold: 'rest' }, ...REST]);
		await untilSaved(answerId, begun);
		kill();
		await untilInterrupted(window, answerId);
		world.server.release('rest');
		await vi.waitFor(() => expect(world.server.requests[0]?.endedAt).not.toBeNull());
		await until(window, ({ messages }) => contentOf(messages.get(answerId)) === begun);
		window.session.continueAnswer(answerId);
		const state = await untilStatus(window, answerId, 'done');
		expect(textIn(state.runs.get(answerId))).toBe(STORY);
		await vi.waitFor(async () => expect(await storedText(answerId)).toBe(STORY));
		expect(world.server.requests).toHaveLength(1);
	});

	it('is gone on with live, where the server is still at it', async () => {
		const window = world.openWindow();
		const answerId = ask(window, [{ token: begun }, { hold: 'rest' }, ...REST]);
		await untilSaved(answerId, begun);
		kill();
		await untilInterrupted(window, answerId);
		window.session.continueAnswer(answerId);
		await untilStatus(window, answerId, 'waiting');
		world.server.release('rest');
		const state = await untilStatus(window, answerId, 'done');
		expect(textIn(state.runs.get(answerId))).toBe(STORY);
		expect(world.server.requests).toHaveLength(1);
	});

	it('comes whole where it was killed before the first word', async () => {
		const window = world.openWindow();
		const answerId = ask(window, [{ write: ': yes\n\n' }, { hold: 'rest' }, { token: begun }, ...REST]);
		await world.server.waitForRequest(({ status }) => status === 200);
		kill();
		await untilInterrupted(window, answerId);
		world.server.release('rest');
		window.session.continueAnswer(answerId);
		const state = await untilStatus(window, answerId, 'done');
		expect(textIn(state.runs.get(answerId))).toBe(STORY);
		expect(world.server.requests).toHaveLength(1);
	});

	it('is asked to be gone on with where the stream is gone', async () => {
		const window = world.openWindow();
		const answerId = ask(window, [{ token: begun }, { stall: true }]);
		await untilSaved(answerId, begun);
		kill();
		await untilInterrupted(window, answerId);
		await fetch(`${world.server.url}/v1/stream?conv_id=${answerId}`, { method: 'DELETE' });
		world.server.script('story', REST);
		window.session.continueAnswer(answerId);
		const state = await untilStatus(window, answerId, 'done');
		expect(textIn(state.runs.get(answerId))).toBe(STORY);
		expect(world.server.requests[1]?.messages.at(-1)).toEqual({ role: 'assistant', content: begun });
	});

	it('is asked to be gone on with where the stream is that of an earlier Continue', async () => {
		const window = world.openWindow();
		const answerId = ask(window, [{ token: begun }, { stall: true }]);
		await untilSaved(answerId, begun);
		window.session.stop(answerId);
		await untilStatus(window, answerId, 'stopped');
		world.server.script('story', [{ token: rest.slice(0, 9) }, { stall: true }]);
		window.session.continueAnswer(answerId);
		await untilSaved(answerId, STORY.slice(0, 20));
		kill();
		await untilInterrupted(window, answerId);
		world.server.script('story', [{ token: STORY.slice(20) }, { done: true }]);
		window.session.continueAnswer(answerId);
		const state = await untilStatus(window, answerId, 'done');
		expect(textIn(state.runs.get(answerId))).toBe(STORY);
		expect(world.server.requests).toHaveLength(3);
	});
});

describe('an answer from a server that keeps its stream', () => {
	it('survives a connection that drops, and nobody notices', async () => {
		const window = world.openWindow();
		const answerId = ask(window, [{ token: begun }, { hold: 'cut' }, { drop: true }, ...REST]);
		await untilSaved(answerId, begun);
		world.server.release('cut');
		const state = await untilStatus(window, answerId, 'done');
		expect(textIn(state.runs.get(answerId))).toBe(STORY);
		expect(world.server.requests).toHaveLength(1);
	});

	it('is ended there by Stop: case 58', async () => {
		const window = world.openWindow();
		const answerId = ask(window, [{ token: begun }, { stall: true }]);
		await untilSaved(answerId, begun);
		window.session.stop(answerId);
		await untilStatus(window, answerId, 'stopped');
		await vi.waitFor(() => expect(world.server.requests[0]?.abortedAt).not.toBeNull());
	});

	it('is asked to be gone on with where its length cut it off', async () => {
		const window = world.openWindow();
		const cutOff = JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: 'length' }] });
		const answerId = ask(window, [{ token: begun }, { write: `data: ${cutOff}\n\ndata: [DONE]\n\n` }]);
		await untilStatus(window, answerId, 'done');
		world.server.script('story', REST);
		window.session.continueAnswer(answerId);
		const state = await until(window, ({ runs }) => textIn(runs.get(answerId)) === STORY);
		expect(state.path).toHaveLength(2);
		expect(world.server.requests).toHaveLength(2);
	});
});

describe('the check of an endpoint', () => {
	it('finds out that a server keeps streams', async () => {
		const { client } = world.openWindow();
		expect(await client.check(world.endpoint, 'gpt-4')).toEqual({
			ok: true,
			model: 'gpt-4',
			isResumable: true,
		});
	});

	it.each([
		['does not', {}],
		['does, of an endpoint that does not stream', { supportsStream: false }],
	])('finds out that a server %s', async (_, more) => {
		const plain = await createServedWorld({}, 'supportsStream' in more ? { keptStreamBytes: 1_000 } : {});
		const { client } = plain.openWindow();
		expect(await client.check({ ...plain.endpoint, ...more }, 'gpt-4')).toMatchObject({ isResumable: false });
		await plain.close();
	});
});
