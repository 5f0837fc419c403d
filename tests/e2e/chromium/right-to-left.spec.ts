import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

const HEBREW = `# כותרת

פסקה עם \`קוד\` ועם English words באמצע.

- פריט ראשון
- \`npm install\` מתקין
- English item
  - פריט פנימי
  - [x] משימה

1. אחת
2. שתיים

- פריט רפוי

- עוד אחד

> ציטוט של מישהו

| שם | גיל |
| --- | --- |
| דנה | 7 |
| Bob | 12 |

\`\`\`js
const a = 1;
\`\`\`

- English list
- with פריט inside

> An English quotation

| Name | Age |
| --- | --- |
| Bob | 7 |
`;

const ARABIC = `## عنوان

- [ ] مهمة أولى
- [x] مهمة ثانية

1. واحد

   فقرة

2. اثنان

> اقتباس طويل من شخص ما
>
> - بند

| الاسم | العمر |
| :-- | --: |
| سارة | 30 |
`;

/** Where an element, or the first words in it, begins and ends across the screen. */
const sidesOf = (locator: Locator) =>
	locator.evaluate((element) => {
		const { left, right } = element.getBoundingClientRect();
		const style = getComputedStyle(element);
		return {
			left,
			right,
			direction: style.direction,
			paddingLeft: Number.parseFloat(style.paddingLeft),
			paddingRight: Number.parseFloat(style.paddingRight),
			borderLeft: Number.parseFloat(style.borderLeftWidth),
			borderRight: Number.parseFloat(style.borderRightWidth),
			textAlign: style.textAlign,
		};
	});

test.describe('an answer written from right to left', () => {
	test('has its bullets, bars and columns on the right, and what is English in it on the left', async ({
		extension,
		endpoint,
		server,
	}) => {
		const model = server.script('hebrew', [{ token: HEBREW }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const chat = chatOn(await extension.open('sidepanel.html'));
		await chat.page.setViewportSize({ width: 320, height: 700 });
		await chat.ask('שלום, מה נשמע?\nIn two languages');
		await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
		const { answers, log } = chat;

		const lists = answers.locator('.md-group > ul, .md-group > ol');
		for (const list of [lists.nth(0), lists.nth(1), lists.nth(2)]) {
			const { direction, paddingLeft, paddingRight } = await sidesOf(list);
			expect(direction).toBe('rtl');
			expect(paddingRight).toBeGreaterThan(15);
			expect(paddingLeft).toBe(0);
		}
		for (const item of await answers.locator('.md-group > ul').first().locator('> li').all()) {
			const { direction, textAlign } = await sidesOf(item);
			// An English item in the list also has its bullet beside it.
			expect([direction, textAlign]).toEqual(['rtl', 'right']);
		}
		const task = await sidesOf(answers.locator('.md-task > input'));
		const taskItem = await sidesOf(answers.locator('.md-task'));
		expect(task.right).toBeGreaterThan(taskItem.right);

		const quotes = answers.locator('blockquote');
		const hebrew = await sidesOf(quotes.nth(0));
		expect([hebrew.borderLeft, hebrew.borderRight]).toEqual([0, 3]);
		const english = await sidesOf(quotes.nth(1));
		expect([english.borderLeft, english.borderRight]).toEqual([3, 0]);

		const cells = answers.locator('table').nth(0).locator('th');
		expect((await sidesOf(cells.nth(0))).left).toBeGreaterThan((await sidesOf(cells.nth(1))).left);
		const englishCells = answers.locator('table').nth(1).locator('th');
		expect((await sidesOf(englishCells.nth(0))).left).toBeLessThan((await sidesOf(englishCells.nth(1))).left);

		const last = await sidesOf(answers.locator('.md-group > ul').last());
		expect([last.direction, last.paddingRight]).toEqual(['ltr', 0]);
		expect((await sidesOf(answers.locator('pre'))).direction).toBe('ltr');
		expect(await log.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);

		// Each paragraph of a question stands on its own side.
		const sides = await chat.questions.locator('p').evaluate((paragraph) => {
			const { left, right } = paragraph.getBoundingClientRect();
			const words = document.createRange();
			const text = paragraph.firstChild;
			if (!text?.textContent) return null;
			const lineEnd = text.textContent.indexOf('\n');
			words.setStart(text, 0);
			words.setEnd(text, lineEnd);
			const first = words.getBoundingClientRect();
			words.setStart(text, lineEnd + 1);
			words.setEnd(text, text.textContent.length);
			const second = words.getBoundingClientRect();
			return [Math.round(right - first.right), Math.round(second.left - left)];
		});
		expect(sides).toEqual([0, 0]);
	});

	for (const colorScheme of ['light', 'dark'] as const) {
		test(`fits a narrow window in Arabic, ${colorScheme}, with loose lists, tasks and quotes`, async ({
			extension,
			endpoint,
			server,
		}, info) => {
			const model = server.script(`arabic-${colorScheme}`, [{ token: ARABIC }, { done: true }]);
			await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
			const chat = chatOn(await extension.open('sidepanel.html'));
			await chat.page.setViewportSize({ width: 320, height: 760 });
			await chat.page.emulateMedia({ colorScheme });
			await chat.ask('مرحبا');
			await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
			for (const list of await chat.answers.locator('ul, ol').all()) {
				const { direction, paddingRight } = await sidesOf(list);
				expect(direction).toBe('rtl');
				expect(paddingRight).toBeGreaterThan(15);
			}
			const answer = await sidesOf(chat.answers);
			for (const box of await chat.answers.locator('.md-task > input').all()) {
				expect((await sidesOf(box)).right).toBeLessThanOrEqual(answer.right);
			}
			const cells = chat.answers.locator('th');
			expect((await sidesOf(cells.nth(0))).left).toBeGreaterThan((await sidesOf(cells.nth(1))).left);
			// The table's own alignment is what its author wrote.
			expect((await sidesOf(cells.nth(0))).textAlign).toBe('left');
			await info.attach('window', { body: await chat.page.screenshot(), contentType: 'image/png' });
		});
	}
});
