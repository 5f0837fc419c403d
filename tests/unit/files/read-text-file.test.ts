import { describe, expect, it } from 'vitest';
import { MAX_TEXT_FILE_BYTES, readTextFile } from '../../../utils/files/read-text-file.ts';

const file = (...content: BlobPart[]) => new File(content, 'notes.txt', { type: 'text/x-notes' });

describe('case 240: a file that is read as text', () => {
	it('becomes a part with its name, its kind and all of its text', async () => {
		const text = 'x'.repeat(MAX_TEXT_FILE_BYTES);
		expect((await readTextFile(file(text))).part).toEqual({
			type: 'file',
			name: 'notes.txt',
			mime: 'text/x-notes',
			text,
		});
		expect((await readTextFile(new File(['a'], 'Makefile'))).part.mime).toBe('text/plain');
	});

	it.each([
		['too-large', file('x'.repeat(MAX_TEXT_FILE_BYTES + 1))],
		['empty', file()],
		['empty', file(' \n\ufeff')],
		['binary', file(Uint8Array.of(1, 0, 2, 0, 0, 3))],
	])('is refused as %s, and not cut', async (code, refused) => {
		await expect(readTextFile(refused)).rejects.toMatchObject({ code });
	});

	it('and cannot be read, as a folder, is refused', async () => {
		const folder = Object.assign(file('a'), { arrayBuffer: () => Promise.reject(new DOMException('no')) });
		await expect(readTextFile(folder)).rejects.toMatchObject({ code: 'unreadable' });
	});
});
