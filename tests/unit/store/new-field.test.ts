import { beforeEach, describe, expect, it } from 'vitest';
import { parseCommand } from '../../../utils/run/background/parse-command.ts';
import type { Command } from '../../../utils/run/protocol.ts';
import type { Store } from '../../../utils/store/store.ts';
import { answer, chat, createTestStore, question } from './fixtures.ts';

/** What a newer version may add: a field to a chat, a message and a part, and a part of a type of its own. */
const NEW = { mood: { hue: 7 } };
const HOLOGRAM = { type: 'hologram', depth: 3 };

/** An `ask` as a newer window sends it. */
const asked = {
	type: 'ask',
	chat: { ...chat(), ...NEW },
	question: { ...question(), ...NEW, parts: [{ type: 'text', text: 'Why?', ...NEW }, HOLOGRAM] },
	answerId: 'a1',
};

function parsed(message: object): Extract<Command, { type: 'ask' }> {
	const command = parseCommand(message);
	if (command?.type !== 'ask') throw new Error('It is no question.');
	return command;
}

let store: Store;

beforeEach(async () => {
	store = createTestStore();
	const command = parsed(asked);
	await store.saveQuestion({
		chat: command.chat,
		question: command.question,
		answer: { ...answer(), ...NEW },
	});
});

describe('a field, and a part, that this version does not know', () => {
	it('pass the port', () => {
		expect(parsed(asked)).toEqual(asked);
	});

	it('stand in the database', async () => {
		expect((await store.getMessages(['q1'])).get('q1')).toEqual(asked.question);
		expect(await store.getChat('c1')).toMatchObject(NEW);
	});

	it('are not erased by a write', async () => {
		await store.renameChat('c1', 'Renamed');
		await store.setTarget('c1', { endpointId: 'e2', model: 'm2' });
		await store.saveQuestion({
			chat: chat({ leafId: 'a2' }),
			question: question('q2', { parentId: 'a1' }),
			answer: answer('a2', { parentId: 'q2' }),
		});
		await store.appendCheckpoint({
			answerId: 'a1',
			seq: 0,
			growth: [{ type: 'text', text: 'So.', index: 0 }],
		});
		await store.interruptOrphans(new Set());
		expect(await store.getChat('c1')).toMatchObject({ title: 'Renamed', ...NEW });
		expect((await store.getMessages(['a1'])).get('a1')).toMatchObject({ status: 'interrupted', ...NEW });
	});

	it('go along in the exported file, and come back from it', async () => {
		const { file } = await store.exportChats();
		const other = createTestStore();
		expect(await other.importChats(file)).toMatchObject({ added: 1, kept: 0, skipped: 0 });
		expect((await other.getMessages(['q1'])).get('q1')).toEqual(asked.question);
		expect(await other.getChat('c1')).toMatchObject(NEW);
	});
});
