import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { putInOutbox, readOutbox } from '../../../utils/run/outbox.ts';
import { hasEnded, until } from './session-states.ts';
import { createTestWorld, TARGET, type TestWorld } from './test-world.ts';

let world: TestWorld;

beforeEach(async () => {
	world = await createTestWorld();
});
afterEach(() => world.close());

const PART = 'x'.repeat(8 * 1024 * 1024);
const quoteOf = (text: string) => ({ type: 'quote' as const, text, title: '', url: '' });
/** 72 MiB of quotations, each of which is as long as one may be. */
const QUOTES = Array.from({ length: 9 }, () => quoteOf(PART));

describe('a question that no port can carry', () => {
	it('is refused with a sentence, once, and never posted', async () => {
		const connect = vi.spyOn(browser.runtime, 'connect');
		const window = world.openWindow();
		window.session.ask('Hi?', TARGET, QUOTES);
		const state = await until(window, hasEnded);
		expect(state.messages.get(state.path.at(-1)?.id ?? '')).toMatchObject({
			status: 'failed',
			failure: { code: 'question-too-long' },
		});
		await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
		expect(state.connection).toBe('connected');
		expect(connect).toHaveBeenCalledTimes(1);
		expect(await readOutbox()).toEqual([]);
		expect(world.server.requests).toEqual([]);
	});

	it('stays refused when its window attaches again', async () => {
		const window = world.openWindow();
		window.session.ask('Hi?', TARGET, QUOTES);
		const { chatId, path } = await until(window, hasEnded);
		window.client.attach(chatId ?? '');
		await until(window, () => window.client.getHeard(chatId ?? '').lastSeen.size > 0);
		const { messages, runningAnswerId } = window.session.getState();
		expect(messages.get(path.at(-1)?.id ?? '')?.failure?.code).toBe('question-too-long');
		expect(runningAnswerId).toBeNull();
	});

	it('does not keep the next one, in another chat, from being answered', async () => {
		const model = world.server.script('works', [{ token: 'works' }, { done: true }]);
		const window = world.openWindow();
		window.session.ask('Hi?', TARGET, QUOTES);
		await until(window, hasEnded);
		window.session.startNew();
		window.session.ask('Again?', { ...TARGET, model });
		const { messages, path } = await until(window, hasEnded);
		expect(messages.get(path.at(-1)?.id ?? '')).toMatchObject({
			status: 'done',
			parts: [{ type: 'text', text: 'works' }],
		});
	});

	it('is taken out of the outbox, and not sent from there again and again', async () => {
		const { session, client } = world.openWindow();
		session.ask('Hi?', TARGET, QUOTES);
		const { chat, messages, path } = session.getState();
		const question = messages.get(path[0]?.id ?? '');
		if (!chat || !question) throw new Error('nothing was asked');
		const command = {
			type: 'ask',
			chat,
			question: { ...question, role: 'user', status: 'done' },
			answerId: 'old',
		} as const;
		await putInOutbox({ command, isStopped: false });
		await client.resend();
		expect(await readOutbox()).toEqual([]);
		expect(world.server.requests).toEqual([]);
	});
});

describe('a request that no port can carry', () => {
	it('is answered: who waits for it is told', async () => {
		const { client } = world.openWindow();
		const endpoint = { ...world.endpoint, models: QUOTES.map(({ text }) => text) };
		expect(await client.check(endpoint, 'demo-fast')).toMatchObject({ ok: false });
	});
});
