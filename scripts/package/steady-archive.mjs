// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import JSZip from 'jszip';

/** The earliest time that a ZIP archive can tell. */
const NO_TIME = new Date(Date.UTC(1980, 0, 1));

/**
 * Writes a ZIP archive anew with its entries by name and without the times of its files, so that the same files
 * always give the same bytes. Whoever builds the extension from its sources can then compare the packages.
 * @param {string} path the archive, which is replaced
 */
export async function steadyArchive(path) {
	const before = await JSZip.loadAsync(await readFile(path));
	const after = new JSZip();
	const names = Object.keys(before.files).filter((name) => !before.files[name]?.dir);
	for (const name of names.sort())
		after.file(name, (await before.file(name)?.async('nodebuffer')) ?? '', {
			date: NO_TIME,
			createFolders: false,
		});
	const options = /** @type {const} */ ({
		type: 'nodebuffer',
		platform: 'UNIX',
		compression: 'DEFLATE',
		compressionOptions: { level: 9 },
	});
	await writeFile(path, await after.generateAsync(options));
}
