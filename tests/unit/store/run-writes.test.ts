import { describe, expect, it } from 'vitest';
import { contentOf, grown } from '../flat-message.ts';
import { answer, chat, createClock, createDisk, createTestStore, question } from './fixtures.ts';

describe('a question', () => {
	it('is saved with its answer, which becomes the leaf of its new chat', async () => {
		const store = createTestStore();
		expect(await store.saveQuestion({ chat: chat(), question: question(), answer: answer() })).toBe('saved');
		expect(await store.getChat('c1')).toEqual(chat({ leafId: 'a1', updatedAt: 1000 }));
		expect(await store.getPath('c1', 'a1')).toEqual([question(), answer()]);
	});

	it('that is sent twice changes nothing the second time (case 60)', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.saveAnswer(answer('a1', { status: 'done', content: 'Because.' }));
		const again = { chat: chat({ title: 'Other' }), question: question(), answer: answer() };
		expect(await store.saveQuestion(again)).toBe('exists');
		expect(contentOf((await store.getMessages(['a1'])).get('a1'))).toBe('Because.');
		expect((await store.getChat('c1'))?.title).toBe('Sky');
	});

	it('sent from two windows at once is saved once', async () => {
		const store = createTestStore();
		const asked = { chat: chat(), question: question(), answer: answer() };
		const results = await Promise.all([store.saveQuestion(asked), store.saveQuestion(asked)]);
		expect(results).toEqual(['saved', 'exists']);
	});

	it('keeps the title and pin of a stored chat, and takes the target that its window showed', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat({ temperature: 1 }), question: question(), answer: answer() });
		await store.renameChat('c1', 'Mine');
		await store.setPinned('c1', true);
		await store.saveQuestion({
			chat: chat({ title: 'Stale', model: 'm2' }),
			question: question('q2', { parentId: 'a1' }),
			answer: answer('a2', { parentId: 'q2' }),
		});
		expect(await store.getChat('c1')).toEqual(
			chat({ title: 'Mine', isPinned: true, model: 'm2', leafId: 'a2', updatedAt: 1000 }),
		);
	});
});

describe('a question whose window knew less than the database', () => {
	it('begins the chat anew when what it follows was deleted meanwhile', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.cutMessages('a1');
		const late = question('q2', { parentId: 'a1' });
		await store.saveQuestion({ chat: chat(), question: late, answer: answer('a2', { parentId: 'q2' }) });
		const path = await store.getPath('c1', 'a2');
		expect(path.map(({ id, parentId }) => [id, parentId])).toEqual([
			['q2', null],
			['a2', 'q2'],
		]);
	});

	it('is not saved when another chat has its id', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		const asked = {
			chat: chat({ id: 'c2' }),
			question: question('q1', { chatId: 'c2' }),
			answer: answer('a2', { chatId: 'c2' }),
		};
		expect(await store.saveQuestion(asked)).toBe('exists');
		expect(await store.getChat('c2')).toBeNull();
		expect((await store.getMessages(['a2'])).size).toBe(0);
	});
});

describe('one more answer', () => {
	it('to a question of another chat is not saved', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.saveQuestion({
			chat: chat({ id: 'c2' }),
			question: question('q2', { chatId: 'c2' }),
			answer: answer('a2', { chatId: 'c2', parentId: 'q2' }),
		});
		expect(await store.saveAnswerStart(answer('a3', { parentId: 'q2' }))).toBe('missing');
		expect((await store.getChat('c1'))?.leafId).toBe('a1');
	});

	it('stands beside the first and becomes the leaf', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		expect(await store.saveAnswerStart(answer('a2'))).toBe('saved');
		expect(await store.saveAnswerStart(answer('a2'))).toBe('exists');
		expect((await store.getChat('c1'))?.leafId).toBe('a2');
		expect(await store.getPath('c1', 'a2')).toEqual([question(), answer('a2')]);
	});

	it('to a question that was deleted is not saved', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.cutMessages('q1');
		expect(await store.saveAnswerStart(answer('a2'))).toBe('missing');
		expect((await store.getMessages(['a2'])).size).toBe(0);
	});
});

describe('the growth of an answer', () => {
	it('can be read from its checkpoints before it is final', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.appendCheckpoint({ answerId: 'a1', seq: 10, growth: grown('sky') });
		await store.appendCheckpoint({ answerId: 'a1', seq: 9, growth: grown('The ', 'Hm.') });
		await store.appendCheckpoint({ answerId: 'a2', seq: 1, growth: grown('another') });
		expect(await store.readPartial('a1')).toEqual(
			answer('a1', { status: 'interrupted', content: 'The sky', reasoning: 'Hm.' }),
		);
		expect(await store.readPartial('gone')).toBeNull();
	});

	it('written twice under one number counts once', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown('x') });
		await store.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown('x') });
		expect(contentOf(await store.readPartial('a1'))).toBe('x');
	});

	it('is dropped when the whole answer is saved', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown('The') });
		const final = answer('a1', { status: 'done', content: 'The sky.', finishReason: 'stop' });
		expect(await store.saveAnswer(final)).toBe('saved');
		expect(await store.readPartial('a1')).toEqual(final);
	});

	it('follows the partial text of an answer that runs again', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.saveAnswer(answer('a1', { status: 'interrupted', content: 'The ' }));
		expect(await store.saveAnswerResumed(answer('a1', { content: 'The ' }))).toBe('saved');
		await store.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown('sky') });
		expect(await store.interruptOrphans(new Set())).toMatchObject([
			{ status: 'interrupted', parts: [{ type: 'text', text: 'The sky' }] },
		]);
	});
});

it('a question that is told to go on, as if it were an answer, does not run', async () => {
	const store = createTestStore();
	await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
	expect(await store.saveAnswerResumed(question('q1', { status: 'waiting' }))).toBe('missing');
	expect((await store.getMessages(['q1'])).get('q1')).toEqual(question());
});

describe('an answer that was deleted while it ran', () => {
	it('does not come back when it ends', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.deleteChat('c1');
		await store.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown('late') });
		expect(await store.saveAnswer(answer('a1', { status: 'done', content: 'late' }))).toBe('missing');
		expect(await store.saveAnswerResumed(answer())).toBe('missing');
		expect(await store.getPath('c1', 'a1')).toEqual([]);
	});

	it('leaves no checkpoint behind', async () => {
		const store = createTestStore();
		await store.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown('late') });
		await store.interruptOrphans(new Set());
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		expect(contentOf(await store.readPartial('a1'))).toBe('');
	});
});

describe('after the worker or the browser died (cases 54 and 63)', () => {
	it('answers that ran are interrupted, with the text of their checkpoints, in a new process too', async () => {
		const disk = createDisk();
		const before = createTestStore(disk);
		await before.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await before.appendCheckpoint({ answerId: 'a1', seq: 1, growth: grown('The ') });
		await before.appendCheckpoint({ answerId: 'a1', seq: 2, growth: grown('sky') });
		before.close();

		const store = createTestStore(disk);
		const interrupted = answer('a1', { status: 'interrupted', parts: [{ type: 'text', text: 'The sky' }] });
		expect(await store.interruptOrphans(new Set())).toEqual([interrupted]);
		expect(await store.getPath('c1', 'a1')).toEqual([question(), interrupted]);
		expect(await store.interruptOrphans(new Set())).toEqual([]);
	});

	it('answers that run again already are left alone, and so are final ones', async () => {
		const store = createTestStore();
		await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		await store.saveAnswerStart(answer('a2', { status: 'streaming' }));
		await store.saveAnswerStart(answer('a3', { status: 'stopped', content: 'Th' }));
		await store.appendCheckpoint({ answerId: 'a2', seq: 1, growth: grown('live') });
		expect(await store.interruptOrphans(new Set(['a2']))).toMatchObject([{ id: 'a1' }]);
		expect((await store.getMessages(['a2', 'a3'])).get('a3')?.status).toBe('stopped');
		expect(contentOf(await store.readPartial('a2'))).toBe('live');
	});

	it('an answer that starts while orphans are looked for is not one', async () => {
		const store = createTestStore();
		const live = new Set<string>();
		const interrupting = store.interruptOrphans(live);
		live.add('a1');
		const saving = store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
		expect(await interrupting).toEqual([]);
		await saving;
		expect((await store.getMessages(['a1'])).get('a1')?.status).toBe('waiting');
	});
});

it('a chat moves up when something is asked in it, also when the clock is all that moved', async () => {
	const clock = createClock();
	const store = createTestStore({ now: clock.now });
	await store.saveQuestion({ chat: chat(), question: question(), answer: answer() });
	clock.time = 2000;
	await store.saveAnswerStart(answer('a2'));
	expect((await store.getChat('c1'))?.updatedAt).toBe(2000);
});
