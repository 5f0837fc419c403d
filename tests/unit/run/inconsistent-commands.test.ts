import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { parseCommand } from '../../../utils/run/background/parse-command.ts';
import { type Command, PORT_NAME, type Update } from '../../../utils/run/protocol.ts';
import { flawsOf, readTables } from '../store/read-tables.ts';
import { ask, hasEnded, texts, until } from './session-states.ts';
import { createTestWorld, type TestWorld } from './test-world.ts';

/** So few ids that commands often speak of each other's chats, questions and answers, and take one for another. */
const CHATS = ['c1', 'c2'];
const chatId = fc.constantFrom(...CHATS);
const messageId = fc.constantFrom('m1', 'm2', 'm3', 'm4');
const time = fc.integer({ min: 0, max: 9 });
const model = fc.constantFrom('script:fuzz', 'gpt-5000', '');
const requestId = fc.constant('r');

const chat = fc.record({
	id: chatId,
	title: fc.string(),
	isPinned: fc.boolean(),
	endpointId: fc.constantFrom('local', 'local', 'gone', ''),
	model,
	leafId: fc.option(messageId),
	createdAt: time,
	updatedAt: time,
});
const question = fc.record({
	id: messageId,
	chatId,
	parentId: fc.option(messageId),
	role: fc.constant('user'),
	parts: fc.string().map((text) => [{ type: 'text', text }]),
	status: fc.constant('done'),
	createdAt: time,
});
const endpoint = fc.record({
	kind: fc.constant('server'),
	id: fc.constant('e'),
	name: fc.string(),
	url: fc.constantFrom('', 'nonsense:', 'http://127.0.0.1:1'),
	models: fc.array(fc.string(), { maxLength: 2 }),
	supportsStream: fc.boolean(),
	needsAuth: fc.boolean(),
	headers: fc.dictionary(fc.string(), fc.string(), { maxKeys: 2 }),
});
const command = fc
	.oneof(
		{
			weight: 6,
			arbitrary: fc.record({ type: fc.constant('ask'), chat, question, answerId: messageId }),
		},
		{
			weight: 3,
			arbitrary: fc.record({
				type: fc.constant('answer'),
				chatId,
				questionId: messageId,
				answerId: messageId,
			}),
		},
		{ weight: 3, arbitrary: fc.record({ type: fc.constant('continue'), chatId, answerId: messageId }) },
		fc.record({ type: fc.constant('stop'), answerId: messageId }),
		fc.record({ type: fc.constant('delete-chat'), requestId, chatId }),
		fc.record({
			type: fc.constant('change-unsaved'),
			chat,
			deletedIds: fc.array(messageId, { maxLength: 3 }),
		}),
		fc.record({ type: fc.constant('get-unsaved'), requestId }),
		fc.record({ type: fc.constant('attach'), chatId }),
		fc.record({ type: fc.constant('ack'), answerId: messageId, rev: fc.nat() }),
		fc.record({ type: fc.constant('check'), requestId, endpoint, model }),
		fc.record({ type: fc.constant('models'), requestId, endpoint }),
		fc.record({ type: fc.constant('take-selection'), requestId, windowId: fc.option(fc.integer()) }),
	)
	.map((message) => parseCommand(message))
	.filter((accepted) => accepted !== null);

/** Opens a port as a window does, without the window's care for what it sends. */
function openPort() {
	const port = browser.runtime.connect({ name: PORT_NAME });
	return {
		post: (message: Command) => port.postMessage(message),
		runsOf: (chatId: string) =>
			new Promise<number>((resolve) => {
				port.onMessage.addListener((update: Update) => {
					if (update.type === 'snapshot' && update.chatId === chatId) resolve(update.runs.length);
				});
				port.postMessage({ type: 'attach', chatId });
			}),
	};
}

/** Asks in every chat that is left and in a new one, as windows do. */
async function askEverywhere(world: TestWorld): Promise<void> {
	const { chats } = await readTables(world.disk);
	for (const id of [null, ...chats.map((left) => left.id)]) {
		const window = world.openWindow();
		if (id !== null) {
			window.session.open(id);
			await until(window, ({ isLoading }) => !isLoading);
		}
		ask(window, 'script:works');
		expect(texts(await until(window, hasEnded)).slice(-2)).toEqual(['Hi?', 'works']);
	}
}

async function holdsAgainst(commands: readonly Command[]): Promise<void> {
	const world = await createTestWorld();
	try {
		world.provider.script('fuzz', [{ token: 'one ' }, { wait: 2 }, { token: 'two' }, { done: true }]);
		world.provider.script('works', [{ token: 'works' }, { done: true }]);
		const { post, runsOf } = openPort();
		for (const command of commands) post(command);
		for (const id of CHATS) await vi.waitFor(async () => expect(await runsOf(id)).toBe(0), { interval: 5 });
		await vi.waitFor(async () => expect(flawsOf(await readTables(world.disk))).toEqual([]));
		await askEverywhere(world);
		expect(flawsOf(await readTables(world.disk))).toEqual([]);
	} finally {
		await world.close();
	}
}

it('whatever accepted commands say of each other’s rows, no row is left astray and the next question is answered', {
	timeout: 120_000,
}, async () => {
	const errors = vi.spyOn(console, 'error').mockImplementation(() => undefined);
	await fc.assert(fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 8 }), holdsAgainst), {
		numRuns: 60,
	});
	expect(errors.mock.calls).toEqual([]);
});
