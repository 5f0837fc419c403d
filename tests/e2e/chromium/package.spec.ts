import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { extensionDir } from '../harness/extension-dir.ts';

/** How a script makes elements, or code, of a text, or loads code from where no one can read off. */
const TEXT_TO_LIFE =
	/\.(?:innerHTML|outerHTML)\s*=(?!=)|insertAdjacentHTML\(|document\.write\(|\beval\(|new Function\(|\bFunction\(["'`]|\bimport\(\s*(?:\/\*[^*]*\*\/\s*)*(?!\s*(?:["'/]|`\/words\/))/g;

for (const browser of ['chrome', 'firefox'] as const)
	test(`no script of the package for ${browser} can make elements or code of a text`, async () => {
		const folder = extensionDir(browser);
		const scripts = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.js'));
		expect(scripts).toContain('background.js');
		const found = await Promise.all(
			scripts.map(async (path) =>
				[...(await readFile(join(folder, path), 'utf8')).matchAll(TEXT_TO_LIFE)].map(
					([what]) => `${path}: ${what}`,
				),
			),
		);
		expect(found.flat()).toEqual([]);
	});
