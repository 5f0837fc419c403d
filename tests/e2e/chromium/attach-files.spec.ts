import { expect, test } from '../harness/chromium.ts';
import { giveFiles } from '../harness/drop-files.ts';
import { chatOn } from './chat-page.ts';

test('case 241: files are picked by keys and dropped, shown as they will be sent, and sent fenced', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('files', [{ token: 'Two files.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, composer, questions, answers } = chatOn(await extension.open('sidepanel.html'));
	// Playwright takes the dialog over only some time after this, and a key is faster than a click.
	const choosing = page.waitForEvent('filechooser');
	await expect(composer).toBeFocused();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('menuitem', { name: 'This page' })).toBeFocused();
	await page.keyboard.press('End');
	await expect(page.getByRole('menuitem', { name: 'Files…' })).toBeFocused();
	await page.keyboard.press('Enter');
	const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Привет, мир', 'utf16le')]);
	await (await choosing).setFiles([
		{ name: 'письмо.txt', mimeType: 'text/plain', buffer: utf16 },
		{ name: 'tool.bin', mimeType: '', buffer: Buffer.from([1, 0, 0, 2]) },
	]);
	await expect(page.getByRole('button', { name: /^письмо\.txt · ≈ \d+ tokens$/ })).toBeVisible();
	await expect(page.getByRole('alert')).toContainText('“tool.bin” was not attached');
	await expect(composer).toBeFocused();

	const base64 = Buffer.from('print("hi")').toString('base64');
	await page.evaluate(giveFiles, { how: 'drop' as const, files: [{ name: 'a.py', mime: '', base64 }] });
	await expect(page.getByRole('alert')).toHaveCount(0);
	await page.getByRole('button', { name: /^a\.py/ }).click();
	const dialog = page.getByRole('dialog', { name: 'File' });
	await expect(dialog.getByRole('textbox', { name: 'What is sent of the file' })).toHaveValue('print("hi")');
	await page.keyboard.press('Escape');
	await expect(composer).toBeFocused();
	await page.keyboard.type('What are they?');
	await page.keyboard.press('Enter');

	await expect(answers).toHaveText('Two files.');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	const content = messages[0]?.content ?? '';
	expect(content).toContain('```quotation\nTitle: письмо.txt\n\nПривет, мир\n```');
	expect(content).toContain('```quotation\nTitle: a.py\n\nprint("hi")\n```\n\nWhat are they?');
	// By a key: what comes below an answer when it has ended moves the question, and a click would miss it.
	await questions.locator('summary', { hasText: /^File: a\.py/ }).press('Enter');
	await expect(questions.locator('details').last()).toContainText('print("hi")');
});
