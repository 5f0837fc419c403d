import { describe, expect, it } from 'vitest';
import { answer, chat, createTestStore, question } from './fixtures.ts';

async function fill() {
	const store = createTestStore();
	await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
	await store.setTags('c1', ['work', 'ideas']);
	return store;
}

describe('case 171: the tags of a chat', () => {
	it('are the stored ones, whatever the window knew of them that asks', async () => {
		const store = await fill();
		for (const [at, tags] of [
			['2', undefined],
			['3', ['old']],
		] as const) {
			await store.saveQuestion({
				chat: chat(tags && { tags: [...tags] }),
				question: question(`q${at}`, { parentId: 'a1' }),
				answer: answer(`a${at}`, { parentId: `q${at}` }),
			});
			expect((await store.getChat('c1'))?.tags).toEqual(['work', 'ideas']);
		}
	});

	it('go along into a file, and come out of one as many and as long as they may be', async () => {
		const store = await fill();
		const { file } = await store.exportChats();
		const other = createTestStore();
		await other.importChats(file);
		expect((await other.getChat('c1'))?.tags).toEqual(['work', 'ideas']);

		const hostile = JSON.parse(await file.text());
		hostile.chats[0].tags = ['x'.repeat(20_000), ...Array.from({ length: 1000 }, (_, n) => `t${n}`)];
		const third = createTestStore();
		await third.importChats(new Blob([JSON.stringify(hostile)]));
		const tags = (await third.getChat('c1'))?.tags ?? [];
		expect(tags).toHaveLength(20);
		expect(Math.max(...tags.map(({ length }) => length))).toBe(40);
	});
});
