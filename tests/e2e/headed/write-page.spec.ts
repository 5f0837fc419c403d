import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { pickMenuItem } from '../harness/pick-menu-item.ts';
import { readChat } from '../harness/read-chat.ts';
import { startArticleServer } from './article-server.ts';

test('case 263: an answer goes back into the field it was asked from, by keys alone, and the page’s own undo takes it back', async ({
	headed,
	endpoint,
	server,
}) => {
	const article = await startArticleServer();
	try {
		const model = server.script('writes', [{ token: 'The cat sat **here**.' }, { done: true }]);
		await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { hands } = headed;
		const page = await headed.browser.newPage();
		await page.goto(article.url);
		await page.bringToFront();
		await page.evaluate(() => {
			document.body.innerHTML =
				'<textarea aria-label="Comment" style="width: 300px; height: 100px; caret-color: transparent">Teh cat sat.</textarea>';
		});
		const value = () => page.$eval('textarea', (box) => box.value);
		await hands.opening(() => page.mouse.click(100, 60, { button: 'right' }));
		await pickMenuItem(hands, 1);
		const panel = await headed.sidePanel();
		await expect.poll(() => readChat(panel)).toMatchObject({ answers: ['The cat sat here.'], isBusy: false });

		const focused = () =>
			panel.evaluate(
				() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
			);
		const offer = 'article:last-of-type button[aria-label="Write into the page…"]';
		await panel.waitForSelector(offer);
		await panel.focus(offer);
		await panel.keyboard.press('Enter');
		await panel.waitForSelector(byRole('dialog', 'Write into the page'));
		await panel.waitForSelector('::-p-text(Field “Comment”)');
		expect(
			await panel.$$eval('del, ins', (all) =>
				all.map(({ localName, textContent }) => [localName, textContent]),
			),
		).toEqual([
			['del', 'Teh'],
			['ins', 'The'],
			['ins', ' here'],
		]);
		await expect.poll(focused).toContain('What changes');
		expect(await value()).toBe('Teh cat sat.');
		for (let tabs = 0; tabs < 6 && (await focused()) !== 'Replace'; tabs++) await panel.keyboard.press('Tab');
		await panel.keyboard.press('Enter');
		await expect.poll(value).toBe('The cat sat here.');
		await panel.waitForSelector(byRole('dialog', 'Write into the page'), { hidden: true });
		await expect.poll(focused).toBe('Message');

		await page.bringToFront();
		await page.keyboard.down('Control');
		await page.keyboard.press('z');
		await page.keyboard.up('Control');
		await expect.poll(value).toBe('Teh cat sat.');
	} finally {
		await article.close();
	}
});
