import { expect, test } from '../harness/headed-chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { startArticleServer } from './article-server.ts';

/** The selection as its `toString` gives it: paragraphs stand apart, and `<br>` is a line break. */
const SELECTED = 'The background owns the answer.\n\nWindows only\nlook at it.';

test('text selected on a page is explained in the real side panel, streamed, with its line breaks', async ({
	headed,
	endpoint,
	server,
}) => {
	const article = await startArticleServer();
	try {
		const { model, next } = createPacedModel(server, 'explained', ['It', ' means', ' this.']);
		await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const page = await headed.browser.newPage();
		await page.goto(article.url);
		await headed.pickFromMenu(page, '#passage', 0);
		const panel = await headed.sidePanel();
		const request = await server.waitForRequest((asked) => asked.model === model);

		for (const soFar of ['It', 'It means', 'It means this.']) {
			next();
			await expect.poll(() => readChat(panel)).toMatchObject({ answers: [soFar], isBusy: true });
			expect(request.endedAt).toBeNull();
		}
		next();
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['It means this.'], isBusy: false });

		const [question] = (await readChat(panel)).questions;
		expect(question).toContain('On windows');
		expect(question).toContain(SELECTED);
		expect(question).toContain('Explain this in plain words.');
		expect(await panel.$eval('blockquote a', (link) => link.getAttribute('href'))).toBe(article.url);
		expect(request.messages).toHaveLength(1);
		expect(request.messages[0]?.content).toContain(SELECTED);
		expect(request.messages[0]?.content).toContain(`URL: ${article.url}`);
		expect(await panel.evaluate(() => innerWidth)).toBeLessThan(500);
	} finally {
		await article.close();
	}
});

test('“Ask…” in the menu puts the quote and the cursor into the real side panel', async ({
	headed,
	endpoint,
	server,
}) => {
	const article = await startArticleServer();
	try {
		const model = server.script('asked by hand', [{ token: 'Because.' }, { done: true }]);
		await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const page = await headed.browser.newPage();
		await page.goto(article.url);
		await headed.pickFromMenu(page, '#passage', 4);
		const panel = await headed.sidePanel();
		await panel.waitForSelector('::-p-text(The background owns the answer.)');
		await expect.poll(() => panel.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
		await ask(panel, 'Why so?');
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['Because.'], isBusy: false });
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		expect(messages[0]?.content).toContain(SELECTED);
		expect(messages[0]?.content).toContain('Why so?');
	} finally {
		await article.close();
	}
});
