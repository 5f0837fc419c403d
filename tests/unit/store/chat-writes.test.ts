import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { contentOf, grown } from '../flat-message.ts';
import { answer, chat, createTestStore, question } from './fixtures.ts';

let store: Store;

beforeEach(async () => {
	store = createTestStore();
	await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
	await store.saveQuestion({
		chat: chat(),
		question: question('q2', { parentId: 'a1', createdAt: 20 }),
		answer: answer('a2', { parentId: 'q2', createdAt: 21 }),
	});
	await store.saveAnswerStart(answer('a1b', { createdAt: 30 }));
});

describe('a chat', () => {
	it('is renamed, pinned, and shows another leaf, without moving in the list', async () => {
		await store.renameChat('c1', 'New');
		await store.setPinned('c1', true);
		await store.setLeaf('c1', 'a2');
		expect(await store.getChat('c1')).toEqual(
			chat({ title: 'New', isPinned: true, leafId: 'a2', updatedAt: 1000 }),
		);
	});

	it('is bound to another target, and loses the parameters it does not name', async () => {
		await store.setTarget('c1', { endpointId: 'e2', model: 'm2', temperature: 0, systemPrompt: 'Hi' });
		expect(await store.getChat('c1')).toMatchObject({ endpointId: 'e2', temperature: 0, systemPrompt: 'Hi' });
		await store.setTarget('c1', { endpointId: 'e2', model: 'm3' });
		expect(await store.getChat('c1')).toEqual(
			chat({ endpointId: 'e2', model: 'm3', leafId: 'a1b', updatedAt: 1000 }),
		);
	});

	it('is deleted with its messages and checkpoints, and nothing else', async () => {
		await store.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown('x') });
		await store.appendCheckpoint({ answerId: 'other-a', seq: 1, growth: grown('y') });
		await store.saveQuestion({
			chat: chat({ id: 'c2' }),
			question: question('other-q', { chatId: 'c2' }),
			answer: answer('other-a', { chatId: 'c2', parentId: 'other-q' }),
		});
		await store.deleteChat('c1');
		expect(await store.getChat('c1')).toBeNull();
		expect([...(await store.getMessages(['q1', 'a1', 'q2', 'a2', 'other-q'])).keys()]).toEqual(['other-q']);
		expect(contentOf(await store.readPartial('other-a'))).toBe('y');
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		expect(contentOf(await store.readPartial('a1'))).toBe('');
	});

	it.each<[string, () => Promise<unknown>]>([
		['renaming', () => store.renameChat('gone', 'x')],
		['pinning', () => store.setPinned('gone', true)],
		['showing a leaf of', () => store.setLeaf('gone', 'x')],
		['binding', () => store.setTarget('gone', { endpointId: 'e', model: 'm' })],
		['deleting', () => store.deleteChat('gone')],
	])('that is gone stays so after %s it', async (_, write) => {
		await write();
		expect(await store.getChat('gone')).toBeNull();
	});
});

describe('a message', () => {
	it('is deleted with what follows it; a leaf that stays is still shown', async () => {
		expect((await store.cutMessages('a1'))?.messages.map(({ id }) => id)).toEqual(['a1', 'q2', 'a2']);
		expect([...(await store.getMessages(['q1', 'a1', 'q2', 'a2', 'a1b'])).keys()]).toEqual(['q1', 'a1b']);
		expect((await store.getChat('c1'))?.leafId).toBe('a1b');
		expect(await store.getPath('c1', 'a2')).toEqual([]);
	});

	it('gives the leaf to the newest path of its other version when it was shown', async () => {
		expect((await store.cutMessages('a1b'))?.messages.map(({ id }) => id)).toEqual(['a1b']);
		expect((await store.getChat('c1'))?.leafId).toBe('a2');
	});

	it('leaves an empty chat when it was the first', async () => {
		await store.cutMessages('q1');
		expect((await store.getChat('c1'))?.leafId).toBeNull();
	});

	it('that is gone deletes nothing', async () => {
		expect(await store.cutMessages('gone')).toBeNull();
		expect(await store.getPath('c1', 'a2')).toHaveLength(4);
	});

	it('takes its checkpoints along', async () => {
		await store.appendCheckpoint({ answerId: 'a1b', seq: 1, growth: grown('x') });
		await store.cutMessages('a1b');
		await store.saveAnswerStart(answer('a1b'));
		expect(contentOf(await store.readPartial('a1b'))).toBe('');
	});
});
