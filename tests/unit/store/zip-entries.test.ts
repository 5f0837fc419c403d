import { crc32, deflateRawSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../utils/store/store.ts';
import { createTestStore } from './fixtures.ts';

interface Entry {
	name: string;
	text: string;
	isPacked?: boolean;
	flags?: number;
}

/** A ZIP archive as archivers write it, by PKWARE's APPNOTE.TXT. */
function zip(entries: readonly Entry[], comment = ''): Blob {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const { name, text, isPacked = true, flags = 0 } of entries) {
		const data = Buffer.from(text);
		const packed = isPacked ? deflateRawSync(data) : data;
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(flags, 2);
		common.writeUInt16LE(isPacked ? 8 : 0, 4);
		common.writeUInt32LE(crc32(data), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(data.length, 18);
		common.writeUInt16LE(Buffer.byteLength(name), 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
		files.push(local);
		offset += local.length;
	}
	const listed = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(entries.length, 4);
	end.writeUInt16LE(entries.length, 6);
	end.writeUInt32LE(listed.length, 8);
	end.writeUInt32LE(offset, 12);
	end.writeUInt16LE(comment.length, 16);
	return new Blob([Buffer.concat([...files, listed, Buffer.from('PK\x05\x06'), end, Buffer.from(comment)])]);
}

const chatOf = (id: string) => ({
	id,
	title: id,
	mapping: { a: { message: { author: { role: 'user' }, content: { content_type: 'text', parts: [id] } } } },
});
const listOf = (...ids: string[]) => JSON.stringify(ids.map(chatOf));

let store: Store;
beforeEach(() => {
	store = createTestStore();
});

describe('case 151: an archive', () => {
	it('of ChatGPT’s many files is read whole, and what else is in it is passed over', async () => {
		const archive = zip([
			{ name: 'export/', text: '', isPacked: false },
			{ name: 'export/conversations-000.json', text: listOf('one', 'two') },
			{ name: 'export/conversations-001.json', text: listOf('three'), isPacked: false },
			{ name: 'export/user.json', text: '{"email":"a@example.org"}' },
			{ name: 'export/file-abc.png', text: 'no picture' },
			{ name: '__MACOSX/export/._conversations-000.json', text: 'junk' },
		]);
		const outcome = await store.importChats(archive);
		expect(outcome).toMatchObject({ added: 3, skipped: 0 });
		expect(outcome.lines.map((line) => line.name)).toEqual([
			'export/conversations-000.json',
			'export/conversations-001.json',
		]);
	});

	it('with a comment, and files of other names, is read too', async () => {
		const archive = zip([{ name: 'chat-export.json', text: listOf('one') }], 'PK\x05\x06 is how it ends');
		expect(await store.importChats(archive)).toMatchObject({ added: 1 });
	});

	it('tells how far it is, by what is unpacked', async () => {
		const text = listOf('one', 'two');
		const seen: number[] = [];
		await store.importChats(zip([{ name: 'conversations.json', text }]), {
			onProgress: ({ read, total }) => seen.push(read / total),
		});
		expect(seen.at(-1)).toBe(1);
	});

	it.each<[string, Blob, string]>([
		['cut off', zip([{ name: 'conversations.json', text: listOf('one') }]).slice(0, -30), 'unreadable'],
		['encrypted', zip([{ name: 'conversations.json', text: listOf('one'), flags: 1 }]), 'unreadable'],
		['without chats', zip([{ name: 'a.txt', text: 'x' }]), 'not-chats'],
		['empty', zip([]), 'not-chats'],
		['with something else in it', zip([{ name: 'a.json', text: '{"a":1}' }]), 'not-chats'],
	])('that is %s is refused', async (_, archive, code) => {
		await expect(store.importChats(archive)).rejects.toMatchObject({ name: 'ImportError', code });
	});

	it('of which one file is damaged gives the others', async () => {
		const archive = zip([
			{ name: 'conversations-000.json', text: listOf('one').slice(0, -3) },
			{ name: 'conversations-001.json', text: listOf('two') },
		]);
		const outcome = await store.importChats(archive);
		expect(outcome).toMatchObject({ added: 1 });
		expect(outcome.lines).toContainEqual({
			code: 'file-problem',
			name: 'conversations-000.json',
			problem: 'not-json',
		});
	});
});
