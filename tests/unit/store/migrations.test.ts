import { describe, expect, it } from 'vitest';
import { migrations } from '../../../utils/store/database/migrations.ts';
import { createDisk, createTestStore, observe } from './fixtures.ts';
import { writeVersion1 } from './version-1.ts';

async function createVersion1Disk() {
	const disk = createDisk();
	await writeVersion1(disk.dependencies.indexedDB, disk.name);
	return disk;
}

describe('data of version 1', () => {
	it('is read whole, and an answer that ran then can be settled', async () => {
		const store = createTestStore(await createVersion1Disk());
		const chats = observe((listener, onError) => store.watchChats({ limit: 9 }, listener, onError));
		expect(await chats.next()).toMatchObject([{ id: 'c1', isPinned: true, temperature: 0.5, leafId: 'a1' }]);
		const [answer] = await store.interruptOrphans(new Set());
		expect(answer).toMatchObject({
			status: 'interrupted',
			parts: [
				{ type: 'reasoning', text: 'Hm. Yes.' },
				{ type: 'text', text: 'The sky.' },
			],
		});
		expect(await store.getPath('c1', 'a1')).toMatchObject([
			{
				parts: [
					{ type: 'quote', text: 'blue', title: 'Sky', url: 'https://example.org' },
					{ type: 'text', text: 'Why is the sky blue?' },
				],
			},
			{ usage: { totalTokens: 3 } },
		]);
		expect(store.getDamage()).toEqual({ repaired: 0, skipped: 0 });
	});

	it('goes through an upgrade to the next version', async () => {
		const store = createTestStore({
			...(await createVersion1Disk()),
			migrations: [
				...migrations,
				{
					version: migrations.length + 1,
					tables: { extras: 'id' },
					upgrade: async (transaction) => {
						await transaction.table('chats').toCollection().modify({ title: 'Upgraded' });
					},
				},
			],
		});
		expect((await store.getChat('c1'))?.title).toBe('Upgraded');
		expect(await store.getPath('c1', 'a1')).toHaveLength(2);
	});
});

it('the migrations are numbered from one, with none left out', () => {
	expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});
