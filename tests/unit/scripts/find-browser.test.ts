import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, findCommand } from '../../../scripts/find-browser.mjs';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'lockchat-browsers-'));
	await mkdir(join(folder, 'a'));
	await mkdir(join(folder, 'b'));
	vi.stubEnv('PATH', [join(folder, 'a'), join(folder, 'b')].join(delimiter));
	vi.stubEnv('LOCKCHAT_CHROMIUM', '');
	vi.stubEnv('LOCKCHAT_FIREFOX', '');
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true });
});

async function program(...path: string[]) {
	const file = join(folder, ...path);
	await writeFile(file, '#!/bin/sh\n');
	await chmod(file, 0o755);
	return file;
}

describe('a browser', () => {
	it('is the one the environment names, before any other', async () => {
		await program('a', 'chromium');
		const own = await program('my-browser');
		vi.stubEnv('LOCKCHAT_CHROMIUM', own);
		expect(findBrowser('chromium')).toBe(own);
	});

	it('that the environment names in vain is an error, not another browser', async () => {
		await program('a', 'firefox');
		vi.stubEnv('LOCKCHAT_FIREFOX', join(folder, 'gone'));
		expect(() => findBrowser('firefox')).toThrow(/LOCKCHAT_FIREFOX names .*gone/);
	});

	it('is Chromium rather than Chrome, wherever on the path it is', async () => {
		await program('a', 'google-chrome');
		const chromium = await program('b', 'chromium');
		expect(findBrowser('chromium')).toBe(chromium);
	});

	it('is looked for where this project downloads to, last', async () => {
		const downloaded = await program('downloaded');
		expect(findBrowser('firefox', [join(folder, 'nothing'), downloaded])).toBe(downloaded);
		const installed = await program('b', 'firefox-esr');
		expect(findBrowser('firefox', [downloaded])).toBe(installed);
	});
});

describe('a command', () => {
	it('is found only where it can be run', async () => {
		await writeFile(join(folder, 'a', 'xdotool'), 'no program');
		expect(findCommand('xdotool')).toBeUndefined();
		const runnable = await program('b', 'xdotool');
		expect(findCommand('xdotool')).toBe(runnable);
	});
});
