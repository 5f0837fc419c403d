import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';

const sample = (name: string) => fileURLToPath(new URL(`../../unit/store/samples/${name}`, import.meta.url));

/**
 * A browser with a large database, whose user chooses a file in the page's own file system: the native dialog cannot be
 * reached from a test. The first file takes what is written, each later one waits for ever.
 */
function chooseOwnFiles(): void {
	let isFirst = true;
	navigator.storage.estimate = async () => ({ usage: 1e9 });
	Object.assign(window, {
		async showSaveFilePicker({ suggestedName }: { suggestedName: string }) {
			const folder = await navigator.storage.getDirectory();
			const handle = await folder.getFileHandle(suggestedName, { create: true });
			if (!isFirst) {
				const writable = await handle.createWritable();
				writable.write = () => new Promise(() => undefined);
				handle.createWritable = async () => writable;
			}
			isFirst = false;
			return handle;
		},
	});
}

/** The files in the page's own file system, by their names. */
const ownFiles = (page: Page): Promise<Record<string, string>> =>
	page.evaluate(async () => {
		const files: Record<string, string> = {};
		for await (const [name, handle] of await navigator.storage.getDirectory()) {
			if (handle instanceof FileSystemFileHandle) files[name] = await (await handle.getFile()).text();
		}
		return files;
	});

test('cases 145, 146 and 152: chats of other programs come in, and all go out to a chosen file, or to none', async ({
	extension,
}) => {
	const page = await extension.context.newPage();
	await page.addInitScript(chooseOwnFiles);
	await page.goto(`chrome-extension://${extension.id}/options.html`);
	const status = page.getByRole('status');

	const choosing = page.waitForEvent('filechooser');
	await page.getByRole('button', { name: 'Import', exact: true }).focus();
	await page.keyboard.press('Enter');
	await (await choosing).setFiles([sample('chatgpt.json'), sample('claude.json')]);
	await expect(status).toContainText('2 chats added');
	const report = page.getByRole('list', { name: 'What the import did' });
	await expect(report).toBeFocused();
	await expect(report.getByRole('listitem')).toContainText([
		'chatgpt.json (ChatGPT) – added: 1, extended: 0, already here: 0',
		'chatgpt.json: chat no. 1 could not be read',
		'“The picture” – images kept by name only: 1',
		'“The picture” – files kept by name only: 1',
		'“The picture” – recordings left out: 1',
		'claude.json (Claude) – added: 1, extended: 0, already here: 0',
		'“Rain” – messages that couldn’t be imported: 1',
		'“Rain” – files kept by name only: 1',
	]);

	await page.getByRole('button', { name: 'Export all' }).click();
	await expect(status).toContainText('2 chats exported');
	const [[name = '', text = ''] = []] = Object.entries(await ownFiles(page));
	expect(name).toMatch(/^lockchat-chats-.*\.json$/);
	expect(
		JSON.parse(text)
			.chats.map(({ title }: { title: string }) => title)
			.sort(),
	).toEqual(['Rain', 'The picture']);
	await page.evaluate(async (file) => (await navigator.storage.getDirectory()).removeEntry(file), name);

	await page.getByRole('button', { name: 'Export all' }).click();
	await expect(page.getByRole('progressbar', { name: 'Writing the file…' })).toBeVisible();
	await expect.poll(async () => Object.keys(await ownFiles(page))).toContain(name);
	await page.getByRole('button', { name: 'Cancel' }).focus();
	await page.keyboard.press('Enter');
	await expect(status).toContainText('Export cancelled');
	await expect(page.getByRole('button', { name: 'Export all' })).toBeFocused();
	expect(await ownFiles(page)).toEqual({});
});

test('case 154: one chat is saved as Markdown and as a web page, and copied, by the keyboard', async ({
	extension,
}) => {
	const options = await extension.open('options.html');
	await options.locator('input[type=file]').setInputFiles(sample('chatgpt.json'));
	await expect(options.getByRole('status')).toContainText('1 chat added');
	const page = await extension.open('sidepanel.html');
	await page.getByRole('button', { name: 'History' }).click();
	const more = page.getByRole('dialog', { name: 'History' }).getByRole('button', { name: 'More' });

	async function save(action: string): Promise<{ name: string; text: string }> {
		await more.focus();
		await page.keyboard.press('Enter');
		const item = page.getByRole('menuitem', { name: action });
		await item.focus();
		const downloading = page.waitForEvent('download');
		await page.keyboard.press('Enter');
		const download = await downloading;
		return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
	}

	const markdown = await save('Save as Markdown');
	expect(markdown.name).toBe('The picture.md');
	expect(markdown.text).toContain(
		'## You\n\n*File: notes.pdf*\n\n*Image: cat.png*\n\nWhat is on the picture?',
	);
	expect(markdown.text).toContain('A **cat**([source](https://example.org/cat)).');
	await expect(more).toBeFocused();

	const html = await save('Save as web page');
	expect(html.name).toBe('The picture.html');
	const saved = await extension.context.newPage();
	await saved.setContent(html.text);
	await expect(saved.getByRole('heading', { name: 'The picture' })).toBeVisible();
	await expect(saved.locator('strong', { hasText: 'cat' })).toBeVisible();
	await expect(saved.getByText('It has whiskers.')).toBeHidden();
	await saved.getByText('Thoughts').click();
	await expect(saved.getByText('It has whiskers.')).toBeVisible();
	await saved.close();

	await page.bringToFront();
	await more.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('menuitem', { name: 'Copy as Markdown' }).focus();
	await page.keyboard.press('Enter');
	// The chat is read from the database first: what is pasted before that is what was copied earlier.
	await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('# The picture');
	await page.keyboard.press('Escape');
	await page.getByRole('textbox', { name: 'Message' }).focus();
	await page.keyboard.press('Control+V');
	await expect(page.getByRole('textbox', { name: 'Message' })).toHaveValue(/^# The picture\n\n## You/);
});
