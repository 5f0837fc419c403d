import { describe, expect, it } from 'vitest';
import { answer, chat, createTestStore, question } from './fixtures.ts';

/** A chat of two questions, of which the first answer has another version. */
async function fill() {
	const store = createTestStore();
	const target = { endpointId: 'e1', model: 'm1', temperature: 0.5, systemPrompt: 'Be brief.' };
	const asked = chat({ title: 'Sky', isPinned: true, ...target });
	for (const [q, a, parentId] of [
		['q1', 'a1', null],
		['q2', 'a2', 'a1'],
	] as const) {
		const answered = answer(a, { parentId: q, status: 'done', content: `text of ${a}` });
		await store.saveQuestion({ chat: asked, question: question(q, { parentId }), answer: answered });
		await store.saveAnswer(answered);
	}
	await store.saveAnswerStart(answer('a1b', { parentId: 'q1', status: 'done' }));
	return { store, target };
}

describe('case 168: a chat forked from a message', () => {
	it('has copies of the path to it and the same target, names its parent, and leaves that as it is', async () => {
		const { store, target } = await fill();
		const before = await store.getPath('c1', 'a2');
		const id = await store.forkChat({ chatId: 'c1', messageId: 'a2', title: 'Fork of Sky' });
		const fork = await store.getChat(id ?? '');
		expect(fork).toMatchObject({
			...target,
			title: 'Fork of Sky',
			isPinned: false,
			forkedFrom: { chatId: 'c1', title: 'Sky' },
		});
		const path = await store.getPath(id ?? '', fork?.leafId ?? '');
		expect(path.map(({ parts }) => parts)).toEqual(before.map(({ parts }) => parts));
		expect(path.some((copy) => before.some((original) => original.id === copy.id))).toBe(false);
		expect(await store.getPath('c1', 'a2')).toEqual(before);

		await store.deleteChat('c1');
		expect(await store.getPath(id ?? '', fork?.leafId ?? '')).toHaveLength(4);
	});

	it('ends with a question where it was forked from one', async () => {
		const { store } = await fill();
		const id = await store.forkChat({ chatId: 'c1', messageId: 'q2', title: 'Fork' });
		const fork = await store.getChat(id ?? '');
		const path = await store.getPath(id ?? '', fork?.leafId ?? '');
		expect(path.map(({ role }) => role)).toEqual(['user', 'assistant', 'user']);
	});

	it('is not made of a message that is not there, nor of a chat that was deleted', async () => {
		const { store } = await fill();
		expect(await store.forkChat({ chatId: 'c1', messageId: 'gone', title: 'Fork' })).toBeNull();
		await store.markDeleted('c1');
		expect(await store.forkChat({ chatId: 'c1', messageId: 'a2', title: 'Fork' })).toBeNull();
	});

	it('keeps the name of its parent in an exported file, also where that is no chat here', async () => {
		const { store } = await fill();
		const id = await store.forkChat({ chatId: 'c1', messageId: 'a1', title: 'Fork of Sky' });
		const { file } = await store.exportChats([id ?? '']);
		const other = createTestStore();
		await other.importChats(file);
		expect(await other.getChat(id ?? '')).toMatchObject({ forkedFrom: { chatId: 'c1', title: 'Sky' } });
	});
});
