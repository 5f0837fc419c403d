import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { describe, expect, it, onTestFinished } from 'vitest';
import { steadyArchive } from '../../../scripts/package/steady-archive.mjs';

const FILES = {
	'manifest.json': '{}',
	'icon/16.png': '\u0000\u0001',
	'_locales/ru/messages.json': '{"я":1}',
};

/** The files in an archive of their own, written at a time and in an order. */
async function archive(names: string[], date: Date): Promise<string> {
	const zip = new JSZip();
	for (const name of names) zip.file(name, FILES[name as keyof typeof FILES], { date });
	const folder = await mkdtemp(join(tmpdir(), 'lockchat-'));
	onTestFinished(() => rm(folder, { recursive: true }));
	const path = join(folder, 'package.zip');
	await writeFile(path, await zip.generateAsync({ type: 'nodebuffer' }));
	return path;
}

describe('a steady archive', () => {
	it('has the same bytes whenever and in whichever order its files were written', async () => {
		const names = Object.keys(FILES);
		const one = await archive(names, new Date(Date.UTC(2026, 10, 26, 8, 30)));
		const other = await archive(names.toReversed(), new Date(Date.UTC(2027, 1, 3, 23, 59)));
		expect(await readFile(one)).not.toEqual(await readFile(other));
		await steadyArchive(one);
		await steadyArchive(other);
		expect(await readFile(one)).toEqual(await readFile(other));
	});

	it('has the files that it had, and no others', async () => {
		const path = await archive(Object.keys(FILES), new Date());
		await steadyArchive(path);
		const { files } = await JSZip.loadAsync(await readFile(path));
		expect(Object.keys(files).sort()).toEqual(Object.keys(FILES).sort());
		for (const [name, text] of Object.entries(FILES)) expect(await files[name]?.async('text')).toBe(text);
	});
});
