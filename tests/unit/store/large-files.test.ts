import { beforeEach, describe, expect, it } from 'vitest';
import { ImportError } from '../../../utils/store/files/chats-file.ts';
import type { Store } from '../../../utils/store/store.ts';
import { answer, chat, createTestStore, question } from './fixtures.ts';

let store: Store;

beforeEach(() => {
	store = createTestStore();
});

/** A chat with this many questions and answers in a line, each of `length` characters. */
async function fill(id: string, count: number, length: number): Promise<void> {
	for (let at = 0; at < count; at += 1) {
		const asked = { chatId: id, createdAt: 2 * at, content: `${at} ${'я'.repeat(length)}` };
		await store.saveQuestion({
			chat: chat({ id }),
			question: question(`${id}-q${at}`, { ...asked, parentId: at === 0 ? null : `${id}-a${at - 1}` }),
			answer: answer(`${id}-a${at}`, {
				...asked,
				parentId: `${id}-q${at}`,
				createdAt: 2 * at + 1,
				status: 'done',
			}),
		});
	}
}

describe('case 152: a large export', () => {
	it('is written piece by piece, of which none grows with the chat', async () => {
		await fill('long', 150, 20_000);
		const pieces: string[] = [];
		expect(await store.writeChats(async (text) => void pieces.push(text))).toBe(1);
		expect(pieces.length).toBeGreaterThan(3);
		// One batch of messages, and what waited before it.
		expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2_000_000);
		const document = JSON.parse(pieces.join(''));
		expect(document.chats[0].messages).toHaveLength(300);
		const other = createTestStore();
		expect(await other.importChats(new Blob(pieces))).toMatchObject({ added: 1, skipped: 0 });
	});

	it('reads nothing further before a piece is written', async () => {
		await fill('long', 80, 20_000);
		let isWriting = false;
		let most = 0;
		await store.writeChats(async () => {
			expect(isWriting).toBe(false);
			isWriting = true;
			most += 1;
			await new Promise((resolve) => setTimeout(resolve));
			isWriting = false;
		});
		expect(most).toBeGreaterThan(1);
	});

	it('ends when it is called off, and says how far it is', async () => {
		for (const id of ['a', 'b', 'c', 'd']) await fill(id, 1, 10);
		const abort = new AbortController();
		const seen: number[] = [];
		const written: string[] = [];
		const options = {
			signal: abort.signal,
			onProgress: ({ done, total }: { done: number; total: number }) => {
				seen.push(done / total);
				if (done === 2) abort.abort();
			},
		};
		await expect(store.writeChats(async (text) => void written.push(text), options)).rejects.toThrow(
			expect.objectContaining({ name: 'AbortError' }),
		);
		expect(seen).toEqual([0, 0.25, 0.5]);
		expect(written).toEqual([]);
	});

	it('that waits for a disk that hangs is called off all the same', async () => {
		await fill('a', 1, 10);
		const abort = new AbortController();
		const writing = store.writeChats(() => new Promise(() => abort.abort()), { signal: abort.signal });
		await expect(writing).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
	});

	it('rejects with what the file refused', async () => {
		await fill('a', 1, 10);
		const full = new DOMException('The disk is full.', 'QuotaExceededError');
		await expect(store.writeChats(() => Promise.reject(full))).rejects.toBe(full);
	});
});

describe('case 153: a large import', () => {
	it('that is called off says what it had added, and keeps it', async () => {
		for (const id of ['a', 'b', 'c']) await fill(id, 2, 100_000);
		const { file } = await store.exportChats();
		const other = createTestStore();
		const abort = new AbortController();
		const importing = other.importChats(file, {
			signal: abort.signal,
			onProgress: ({ read, total }) => {
				if (read > total / 2) abort.abort();
			},
		});
		const error = await importing.catch((reason: unknown) => reason);
		if (!(error instanceof ImportError)) throw error;
		expect(error.code).toBe('cancelled');
		const { added } = error.outcome;
		expect(added).toBeLessThan(3);
		expect(JSON.parse(await (await other.exportChats()).file.text()).chats).toHaveLength(added);
	});

	it('of a file that is cut off takes the chats before the cut', async () => {
		for (const id of ['a', 'b']) await fill(id, 1, 10);
		const { file } = await store.exportChats();
		const other = createTestStore();
		await expect(other.importChats(file.slice(0, -40))).rejects.toMatchObject({
			code: 'not-json',
			outcome: { added: 1 },
		});
	});

	it('knows a file of ours whose members another tool has sorted', async () => {
		await fill('a', 1, 10);
		const { chats, exportedAt, format, version } = JSON.parse(await (await store.exportChats()).file.text());
		const sorted = new Blob([JSON.stringify({ chats, exportedAt, format, version })]);
		expect(await createTestStore().importChats(sorted)).toMatchObject({ added: 1 });
		const newer = new Blob([JSON.stringify({ chats, format, version: 3 })]);
		await expect(createTestStore().importChats(newer)).rejects.toMatchObject({ code: 'newer-version' });
	});
});
