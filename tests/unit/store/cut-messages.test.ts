import { describe, expect, it } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { answer, chat, createTestStore, question } from './fixtures.ts';

/** q1 → a1 → q2 → a2 → q3 → a3 */
async function fill(): Promise<Store> {
	const store = createTestStore();
	for (const n of [1, 2, 3]) {
		const asked = question(`q${n}`, { parentId: n === 1 ? null : `a${n - 1}`, createdAt: n * 10 });
		const answered = answer(`a${n}`, {
			parentId: `q${n}`,
			status: 'done',
			content: `A${n}`,
			createdAt: n * 10 + 1,
		});
		await store.saveQuestion({ chat: chat(), question: asked, answer: answered });
		await store.saveAnswer(answered);
	}
	return store;
}

const pathOf = async (store: Store) =>
	(await store.getPath('c1', (await store.getChat('c1'))?.leafId ?? '')).map(({ id }) => id);

const ALL = ['q1', 'a1', 'q2', 'a2', 'q3', 'a3'];

describe('case 167: a message that is deleted alone', () => {
	it.each([
		['an answer', ['a2'], ['q1', 'a1', 'q2', 'q3', 'a3']],
		['a question with its answer', ['q2', 'a2'], ['q1', 'a1', 'q3', 'a3']],
		['the first question with its answer', ['q1', 'a1'], ['q2', 'a2', 'q3', 'a3']],
	])('leaves what follows it in the place of %s, and comes back', async (_, ids, left) => {
		const store = await fill();
		const cut = await store.cutMessages(ids[0] ?? '', ids);
		expect(await pathOf(store)).toEqual(left);
		expect([...(await store.getMessages(ids)).keys()]).toEqual([]);
		expect(cut && (await store.mendCut(cut))).toBe(true);
		expect(await pathOf(store)).toEqual(ALL);
		expect((await store.getMessages(['a1'])).get('a1')).toMatchObject({ parts: [{ text: 'A1' }] });
	});
});

describe('a message that is deleted with all that follows it', () => {
	it('comes back with it, and is shown again', async () => {
		const store = await fill();
		const cut = await store.cutMessages('q2');
		expect(await pathOf(store)).toEqual(['q1', 'a1']);
		expect(cut && (await store.mendCut(cut))).toBe(true);
		expect(await pathOf(store)).toEqual(ALL);
	});

	it('does not come back where what it followed is gone, nor into a chat that is gone', async () => {
		const store = await fill();
		const cut = await store.cutMessages('q3');
		const before = await store.cutMessages('q2');
		expect(cut && (await store.mendCut(cut))).toBe(true);
		expect(await pathOf(store)).toEqual(['q1', 'a1']);
		await store.deleteChat('c1');
		expect(before && (await store.mendCut(before))).toBe(false);
		expect((await store.getMessages(ALL)).size).toBe(0);
	});

	it('comes back as far as an answer had come that ran', async () => {
		const store = await fill();
		const running = answer('a4', { parentId: 'q4', status: 'streaming', createdAt: 41 });
		await store.saveQuestion({
			chat: chat(),
			question: question('q4', { parentId: 'a3', createdAt: 40 }),
			answer: running,
		});
		await store.appendCheckpoint({
			answerId: 'a4',
			seq: 1,
			growth: [{ type: 'text', text: 'Half', index: 0 }],
		});
		const cut = await store.cutMessages('q4');
		if (cut) await store.mendCut(cut);
		expect((await store.getMessages(['a4'])).get('a4')).toMatchObject({
			status: 'interrupted',
			parts: [{ text: 'Half' }],
		});
	});
});
