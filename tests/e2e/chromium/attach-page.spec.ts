import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type ChromiumExtension, expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { chatOn } from './chat-page.ts';
import { attach, openBoth } from './page-beside.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-host-access');

test('case 201: without access to the page, the reason is told, and access is asked for at a click', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const { chat } = await openBoth(extension);
	await attach(chat.page, 'This page');
	const alert = chat.page.getByRole('alert');
	await expect(alert).toContainText('has not given Lockchat access to this page');
	await expect(alert.getByRole('button', { name: 'Allow on all sites' })).toBeVisible();
	await alert.getByRole('button', { name: 'Close' }).click();
	await expect(alert).toHaveCount(0);
});

test.describe('with access to the page', () => {
	test.beforeAll(() => withHostAccess(OUTPUT));
	test.use({ extensionOutput: OUTPUT });

	test('case 200: a page is attached by keys, shown as it will be sent, edited, and sent fenced', async ({
		extension,
		endpoint,
		server,
	}) => {
		const model = server.script('page', [{ token: 'It is about windows.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { chat } = await openBoth(extension);
		const { page, composer, questions, answers } = chat;
		await expect(composer).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(page.getByRole('button', { name: 'Attach' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.getByRole('menuitem', { name: 'This page' })).toBeFocused();
		await page.keyboard.press('Enter');

		const chip = page.getByRole('button', { name: /^This page: On windows · \d+% · ≈ \d+ tokens$/ });
		await expect(chip).toBeVisible();
		await expect(composer).toBeFocused();
		await chip.click();
		const dialog = page.getByRole('dialog', { name: 'This page' });
		const text = dialog.getByRole('textbox', { name: 'What is sent of the page' });
		const shown = await text.inputValue();
		for (const line of [
			'# On windows',
			'[windows only look at it](http://article.test/more)',
			'- A popup closes.',
			'| popup | shortly |',
			'```js\nopen();\nclose();\n```',
		])
			expect(shown).toContain(line);
		for (const left of ['Ignore all', 'Imprint', 'Shop']) expect(shown).not.toContain(left);
		await text.fill(`${shown}\n\nA line of my own.`);
		await dialog.getByRole('button', { name: 'Save' }).click();
		await expect(composer).toBeFocused();
		await page.keyboard.type('What is it about?');
		await page.keyboard.press('Enter');

		await expect(answers).toHaveText('It is about windows.');
		await expect(chip).toHaveCount(0);
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		const content = messages[0]?.content ?? '';
		expect(content).toMatch(
			/````quotation\nTitle: On windows\nURL: http:\/\/article\.test\/windows\n\n# On windows\n/,
		);
		expect(content).toContain('A line of my own.\n````\n\nWhat is it about?');
		await questions.locator('summary', { hasText: /^Page: On windows/ }).press('Enter');
		await expect(questions.locator('details')).toContainText('A line of my own.');
	});

	test('case 202: a page that has changed since says so, is taken again, and can be left out', async ({
		extension,
		endpoint,
	}) => {
		await extension.seed({ endpoints: [endpoint] });
		const { page, chat } = await openBoth(extension);
		await attach(chat.page, 'This page');
		const chip = chat.page.getByRole('button', { name: /^This page: / });
		await expect(chip).toContainText('On windows');
		const changed = chat.page.getByText('The page has changed since.');
		await expect(changed).toHaveCount(0);
		await page.unroute('**/*');
		await page.route('**/*', (route) =>
			route.fulfill({ contentType: 'text/html', body: '<title>On doors</title><p>Doors close.' }),
		);
		await page.goto('http://article.test/doors');
		await expect(changed).toBeVisible();
		await chat.page.getByRole('button', { name: 'Take it again' }).click();
		await expect(chip).toContainText('On doors');
		await expect(chip).toHaveCount(1);
		await expect(changed).toHaveCount(0);
		await chat.page.getByRole('button', { name: 'Remove the page' }).click();
		await expect(chip).toHaveCount(0);
		await expect(chat.composer).toBeFocused();
	});

	test('case 203: the selected part, and the visible part, are attached alone', async ({
		extension,
		endpoint,
	}) => {
		await extension.seed({ endpoints: [endpoint] });
		const body = '<title>Long</title><p id="one">First words</p><p style="margin-top:5000px">Last words</p>';
		const { page, chat } = await openBoth(extension, body);
		const read = async (item: string) => {
			await attach(chat.page, item);
			await chat.page.getByRole('button', { name: /^This page: / }).click();
			const dialog = chat.page.getByRole('dialog', { name: 'This page' });
			const text = await dialog.getByRole('textbox').inputValue();
			await dialog.getByRole('button', { name: 'Remove the page' }).click();
			return text;
		};
		await attach(chat.page, 'Selected part');
		await expect(chat.page.getByRole('alert')).toContainText('Nothing is selected');
		expect(await read('Visible part')).toBe('First words');
		await page.evaluate(() =>
			getSelection()?.setBaseAndExtent(
				document.body.lastChild as Node,
				0,
				document.body.lastChild as Node,
				1,
			),
		);
		expect(await read('Selected part')).toBe('Last words');
	});

	/** Does what the key of this command does, and returns the window that opens. */
	async function pressKeyOf(command: string, extension: ChromiumExtension): Promise<Page> {
		const opening = extension.context.waitForEvent('page');
		const worker = await extension.worker();
		await worker.evaluate(async (name) => {
			const [tab] = await chrome.tabs.query({ url: 'http://article.test/*' });
			const { onCommand } = chrome.commands;
			// Chromium itself has this method, and no types tell of it. It calls the listeners as the key does.
			Reflect.apply(Reflect.get(onCommand, 'dispatch'), onCommand, [name, tab]);
		}, command);
		return opening;
	}

	test('case 205: the key opens a window with the page attached', async ({ extension, endpoint }) => {
		await extension.seed({ endpoints: [endpoint] });
		const { page } = await openBoth(extension);
		await page.bringToFront();
		const window = await pressKeyOf('attach-page', extension);
		const all = [window, ...extension.context.pages()];
		const chips = () =>
			Promise.all(all.map((one) => one.getByRole('button', { name: /^This page: On windows/ }).count()));
		// Whichever window hears of it first takes it.
		await expect.poll(async () => Math.max(...(await chips()))).toBe(1);
	});

	test('case 270: a key opens the panel, another one with the selection of the frame that has the keyboard', async ({
		extension,
		endpoint,
	}) => {
		await extension.seed({ endpoints: [endpoint] });
		const { page, chat } = await openBoth(
			extension,
			'<title>Frames</title><p>Outside</p><iframe srcdoc="<p>Inside a frame</p>"></iframe>',
		);
		await chat.page.close();
		await page.bringToFront();
		const empty = chatOn(await pressKeyOf('ask-selection', extension));
		await expect(empty.composer).toBeFocused();
		await expect(empty.page.getByRole('button', { name: 'Remove the quote' })).toHaveCount(0);
		await empty.page.close();

		await page.bringToFront();
		await page.locator('p').selectText();
		await page.frameLocator('iframe').locator('p').click();
		await page.frameLocator('iframe').locator('p').selectText();
		const asked = chatOn(await pressKeyOf('ask-selection', extension));
		await expect(asked.page.getByText('Inside a frame')).toBeVisible();
		await expect(asked.page.getByText('Outside')).toHaveCount(0);
		await expect(asked.composer).toBeFocused();
		await asked.page.close();

		await page.bringToFront();
		await expect(chatOn(await pressKeyOf('open-panel', extension)).composer).toBeFocused();
	});
});
