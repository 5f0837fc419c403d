import { describe, expect, it } from 'vitest';
import type { Message } from '../../../utils/chat/schema.ts';
import type { BlobRow } from '../../../utils/store/database/database.ts';
import { answer, chat, createDisk, createTestStore, question } from './fixtures.ts';

const URLS = { b1: 'data:image/png;base64,AAAA', b2: 'data:image/jpeg;base64,BBBB' };
const image = (blobId: string) => ({
	type: 'image' as const,
	blobId,
	mime: 'image/png',
	width: 1,
	height: 1,
});

function showing(id: string, blobIds: readonly string[], changes: Partial<Message> = {}): Message {
	return question(id, { parts: blobIds.map(image), ...changes });
}

/** Pictures that are held outside of the database, as those of drafts are. */
function createHeld(rows: Record<string, string> = URLS) {
	const left = new Map(Object.entries(rows));
	return {
		left,
		read: async (ids: readonly string[]): Promise<BlobRow[]> =>
			ids.flatMap((id) => (left.has(id) ? [{ id, url: left.get(id) ?? '' }] : [])),
		remove: async (ids: readonly string[]) => {
			for (const id of ids) left.delete(id);
		},
	};
}

/** A chat of two questions, which show a picture each. */
async function fill() {
	const held = createHeld();
	const store = createTestStore({ ...createDisk(), held });
	const done = { status: 'done' as const };
	const asked = [
		{ question: showing('q1', ['b1']), answer: answer('a1', { parentId: 'q1', ...done }) },
		{
			question: showing('q2', ['b2'], { parentId: 'a1' }),
			answer: answer('a2', { parentId: 'q2', ...done }),
		},
	];
	for (const turn of asked) await store.saveQuestion({ chat: chat(), ...turn });
	const left = async () => [...(await store.getBlobs(['b1', 'b2'])).keys()].sort();
	return { store, held, left };
}

describe('case 243: the pictures of a question', () => {
	it('are held until it is saved, and then stand in the database alone', async () => {
		const { store, held } = await fill();
		expect(held.left.size).toBe(0);
		expect(await store.getBlobs(['b1', 'b2', 'nowhere'])).toEqual(new Map(Object.entries(URLS)));
		expect((await store.getPath('c1', 'q1'))[0]).toEqual(showing('q1', ['b1']));
	});

	it('are read where they are held as long as nothing is saved', async () => {
		const held = createHeld();
		const store = createTestStore({ held });
		expect(await store.getBlobs(['b1'])).toEqual(new Map([['b1', URLS.b1]]));
		store.close();
		expect(await store.getBlobs(['b1'])).toEqual(new Map([['b1', URLS.b1]]));
		expect(held.left.size).toBe(2);
	});

	it('go with their chat, but for those that a fork shows', async () => {
		const { store, left } = await fill();
		const fork = (await store.forkChat({ chatId: 'c1', messageId: 'a1', title: 'Fork' })) ?? '';
		await store.deleteChat('c1');
		expect(await left()).toEqual(['b1']);
		await store.deleteChat(fork);
		expect(await left()).toEqual([]);
	});

	it('go with a chat that was deleted when it is purged, and not before', async () => {
		const { store, left } = await fill();
		await store.markDeleted('c1');
		expect(await left()).toEqual(['b1', 'b2']);
		await store.purgeChat('c1');
		expect(await left()).toEqual([]);
	});

	it('go with their message, and come back with it', async () => {
		const { store, left } = await fill();
		const cut = await store.cutMessages('q2');
		expect(await left()).toEqual(['b1']);
		if (cut) await store.mendCut(cut);
		expect(await left()).toEqual(['b1', 'b2']);
	});

	it('travel in the file of their chat', async () => {
		const { store } = await fill();
		const { file } = await store.exportChats();
		const other = createTestStore();
		expect(await other.importChats(file)).toMatchObject({ added: 1 });
		expect(await other.getBlobs(['b1', 'b2'])).toEqual(new Map(Object.entries(URLS)));
		expect(await other.getPath('c1', 'a2')).toEqual(await store.getPath('c1', 'a2'));
		const again = await (await other.exportChats()).file.text();
		expect(JSON.parse(again).chats).toEqual(JSON.parse(await file.text()).chats);
	});

	it('of a file are taken only if they are pictures that its messages show, and never over one that is here', async () => {
		const { store } = await fill();
		const document = JSON.parse(await (await store.exportChats()).file.text());
		const [one] = document.chats;
		const evil = { ...one, id: 'c2', leafId: 'x1' };
		evil.messages = [{ ...showing('x1', ['b1', 'html', 'svg', 'web']), chatId: 'c2' }];
		evil.blobs = [
			{ id: 'b1', url: URLS.b2 },
			{ id: 'html', url: 'data:text/html;base64,AAAA' },
			{ id: 'svg', url: 'data:image/svg+xml,<svg onload="x()"/>' },
			{ id: 'web', url: 'https://evil.test/pixel.png' },
			{ id: 'unnamed', url: URLS.b1 },
			null,
		];
		await store.importChats(new Blob([JSON.stringify({ ...document, chats: [evil] })]));
		const ids = ['b1', 'html', 'svg', 'web', 'unnamed'];
		expect(await store.getBlobs(ids)).toEqual(new Map([['b1', URLS.b1]]));
	});
});
