import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

const ANSWER = `<think>Plan.</think>Here **is** it.

| Name | Sum |
| --- | --- |
| a, b | =1+1 |

\`\`\`python
print("${'long '.repeat(60)}")
\`\`\`
`;

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const richClipboard = (page: Page) =>
	page.evaluate(async () => {
		const [item] = await navigator.clipboard.read();
		// Until it is copied, the clipboard holds the text of the copy before.
		return item?.types.includes('text/html') ? (await item.getType('text/html')).text() : '';
	});

test('case 181: tables and code are taken along, and an answer is copied in three ways without its reasoning', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('table', [{ token: ANSWER }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const page = await extension.open('sidepanel.html');
	const { ask, answers } = chatOn(page);
	await ask('Show me.');
	await expect(answers).toHaveAttribute('aria-busy', 'false');

	await answers.getByRole('button', { name: 'Copy table as CSV' }).press('Enter');
	await expect(answers.getByRole('button', { name: 'Copied' })).toBeVisible();
	expect(await clipboard(page)).toBe(`Name,Sum\r\n"a, b",'=1+1\r\n`);

	const code = answers.locator('pre');
	const isWide = () => code.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth);
	expect(await isWide()).toBe(true);
	const wrap = answers.getByRole('button', { name: 'Wrap lines' });
	await answers.getByRole('button', { name: 'Copy code' }).focus();
	await page.keyboard.press('Tab');
	await expect(wrap).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(wrap).toHaveAttribute('aria-pressed', 'true');
	await expect.poll(isWide).toBe(false);
	const saving = page.waitForEvent('download');
	await answers.getByRole('button', { name: 'Download as a file' }).press('Enter');
	const file = await saving;
	expect(file.suggestedFilename()).toBe('code.py');
	expect(await readFile(await file.path(), 'utf8')).toMatch(/^print\("long .*"\)\n$/);

	const copyAs = async (name: string) => {
		await answers.getByRole('button', { name: 'More' }).press('Enter');
		await page.getByRole('menuitem', { name }).press('Enter');
		await expect(page.getByRole('menu')).toHaveCount(0);
	};
	await copyAs('Copy as Markdown');
	await expect.poll(() => clipboard(page)).toMatch(/^Here \*\*is\*\* it\./);
	await copyAs('Copy as plain text');
	await expect.poll(() => clipboard(page)).toMatch(/^Here is it\.\n\nName\tSum\na, b\t=1\+1\n/);
	await copyAs('Copy with formatting');
	await expect.poll(() => richClipboard(page)).toContain('<strong>is</strong>');
	expect(await richClipboard(page)).not.toContain('Plan.');
});

test('case 182: an answer is read aloud sentence by sentence while it comes, and stopped', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'aloud', [
		'First one. Вторая',
		' фраза. ',
		'Third one. ',
		'End',
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.context.newPage();
	// A browser on a server has no voice: this one notes what it is to say, and says it at once.
	await page.addInitScript(() => {
		const said: [string, string][] = [];
		Object.assign(window, { said });
		speechSynthesis.speak = (utterance) => {
			said.push([utterance.text, utterance.lang]);
			setTimeout(() => utterance.onend?.(new SpeechSynthesisEvent('end', { utterance })));
		};
	});
	await page.goto(`chrome-extension://${extension.id}/sidepanel.html`);
	const said = () => page.evaluate(() => (window as unknown as { said: [string, string][] }).said);
	const { ask, answers } = chatOn(page);
	await ask('Tell me.');
	next();
	await expect(answers).toContainText('First one.');
	await answers.getByRole('button', { name: 'More' }).press('Enter');
	await page.getByRole('menuitem', { name: 'Read aloud' }).press('Enter');
	await expect.poll(said).toEqual([['First one.', 'en']]);
	next();
	await expect.poll(said).toEqual([
		['First one.', 'en'],
		['Вторая фраза.', 'ru'],
	]);
	const stop = answers.getByRole('button', { name: 'Stop reading' });
	await stop.press('Enter');
	await expect(stop).toHaveCount(0);
	next(3);
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	expect(await said(), 'nothing more is said').toHaveLength(2);
});
