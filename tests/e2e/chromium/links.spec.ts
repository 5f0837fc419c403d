import { resolve } from 'node:path';
import { expect, test } from '../harness/chromium.ts';
import { dropWords } from '../harness/drop-words.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { startArticleServer } from '../headed/article-server.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-links');
const LINK = { on: 'main', format: 'text/uri-list' } as const;

test('case 283: a link is dropped on the chat, whose site gives no access → asked for at a click, nothing is opened', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const { page } = chatOn(await extension.open('sidepanel.html'));
	const before = extension.context.pages().length;
	expect(await page.evaluate(dropWords, { ...LINK, words: 'http://article.test/windows' })).toBe(true);
	const alert = page.getByRole('alert');
	await expect(alert).toContainText('article.test');
	await expect(alert.getByRole('button', { name: 'Allow article.test' })).toBeVisible();
	await alert.getByRole('button', { name: 'Close' }).click();

	await page.evaluate(dropWords, { ...LINK, words: 'javascript:alert(1)' });
	await expect(alert).toContainText('Extensions can’t read this page.');
	await expect(alert.getByRole('button', { name: /^Allow/ })).toHaveCount(0);
	expect(extension.context.pages()).toHaveLength(before);
});

test('case 284: text is dropped beside the message box → it is added to the message; the box itself takes its own', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const { page, composer } = chatOn(await extension.open('sidepanel.html'));
	await composer.pressSequentially('Explain:');
	const text = { format: 'text/plain', words: 'Words of a page.' } as const;
	expect(await page.evaluate(dropWords, { ...text, on: 'main' } as const)).toBe(true);
	await expect(composer).toHaveValue('Explain:\n\nWords of a page.');
	await expect(composer).toBeFocused();
	expect(await page.evaluate(dropWords, { ...text, on: 'textarea' } as const)).toBe(false);
});

test.describe('with access to its site', () => {
	test.beforeAll(() => withHostAccess(OUTPUT));
	test.use({ extensionOutput: OUTPUT });

	test('case 283: the page behind a link is attached, by its menu or dropped, and no tab stays', async ({
		extension,
		endpoint,
		server,
	}) => {
		const article = await startArticleServer();
		try {
			const model = server.script('linked', [{ token: 'Windows.' }, { done: true }]);
			await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
			const opening = extension.context.waitForEvent('page');
			await (await extension.worker()).evaluate(async (linkUrl) => {
				const [tab] = await chrome.tabs.query({ active: true });
				const info = { menuItemId: 'attach-link', frameId: 0, editable: false, pageUrl: linkUrl, linkUrl };
				const { onClicked } = chrome.contextMenus;
				// Chromium itself has this method, and no types tell of it. It calls the listeners as a click does.
				Reflect.apply(Reflect.get(onClicked, 'dispatch'), onClicked, [info, tab]);
			}, article.url);
			const { page, composer, answers } = chatOn(await opening);
			const chips = page.getByRole('button', { name: /^This page: On windows/ });
			await expect(chips).toHaveCount(1);
			await expect(composer).toBeFocused();
			const urls = () => extension.context.pages().map((open) => open.url());
			await expect.poll(urls).not.toContain(article.url);

			await page.keyboard.type('What is it about?');
			await page.keyboard.press('Enter');
			await expect(answers).toHaveText('Windows.');
			const { messages } = await server.waitForRequest((asked) => asked.model === model);
			expect(messages[0]?.content).toContain(`URL: ${article.url}`);

			await page.evaluate(dropWords, { ...LINK, words: `# from a page\r\n${article.url}\r\n` });
			await expect(chips).toHaveCount(1);
			await expect.poll(urls).not.toContain(article.url);
		} finally {
			await article.close();
		}
	});
});
