import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '../harness/chromium.ts';
import { extensionDir } from '../harness/extension-dir.ts';
import { chatOn } from './chat-page.ts';
import { holdAndGoOn } from './hold-and-go-on.ts';

/** A build of this file's own, in which one more kind of endpoint is known; nothing of it is in the product's. */
const OUTPUT = resolve(import.meta.dirname, '../../results/other-provider');
const BUILD_MS = 300_000;
const HOST = 'Echo of the tests';
const ECHO = { kind: 'echo', id: 'echo', name: 'Echo', models: ['parrot', 'cave'] };

test.use({ extensionOutput: OUTPUT });
test.beforeAll(async () => {
	test.setTimeout(BUILD_MS);
	const script = resolve(import.meta.dirname, '../../other-provider/build.mjs');
	await promisify(execFile)(process.execPath, [script, OUTPUT]);
});

/** The files of an extension that hold this text. */
async function filesWith(dir: string, text: string): Promise<string[]> {
	const names = await readdir(dir, { recursive: true, withFileTypes: true });
	const files = names.filter((entry) => entry.isFile()).map((entry) => resolve(entry.parentPath, entry.name));
	const texts = await Promise.all(files.map(async (file) => ({ file, text: await readFile(file, 'utf8') })));
	return texts.filter((file) => file.text.includes(text)).map(({ file }) => file);
}

test('an endpoint of another kind answers a chat: asked, streamed, stopped, gone on with, and stored', async ({
	extension,
}) => {
	await extension.seed({ endpoints: [ECHO] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page } = chat;
	await expect(page.getByText(`${HOST} · this browser`)).toBeVisible();
	await expect(page.getByRole('combobox', { name: 'Model' })).toContainText('parrot');

	await holdAndGoOn(chat);
});

test('an endpoint of another kind can be the default, and a save of the settings leaves it as it is', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint, ECHO] });
	const settings = await extension.open('options.html');
	await expect(settings.getByRole('listitem').filter({ hasText: HOST })).toBeVisible();
	await settings.getByLabel('Default model').selectOption('cave');
	await settings.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(settings.getByRole('status')).toHaveText('Saved');

	const { page, ask, answers } = chatOn(await extension.open('popup.html'));
	await expect(page.getByText(`${HOST} · this browser`)).toBeVisible();
	await ask('Hello there');
	await expect(answers).toHaveText('Hello there');
});

test('the product knows nothing of the kind that these tests add', async () => {
	expect(await filesWith(resolve(OUTPUT, 'chrome-mv3'), HOST)).not.toEqual([]);
	expect(await filesWith(extensionDir('chrome'), HOST)).toEqual([]);
});
