import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';

const WIDE = `${'Antidisestablishmentarianism'.repeat(8)} https://example.com/${'path/'.repeat(30)}

\`\`\`js
const line = '${'long '.repeat(60)}';
\`\`\`

| ${Array.from({ length: 9 }, (_, index) => `Column ${index}`).join(' | ')} |
| ${'--- | '.repeat(9)}
| ${'a cell of some words | '.repeat(9)}

$$
${Array.from({ length: 40 }, (_, index) => `x_{${index}}`).join(' + ')} = 0
$$

- ${'deep '.repeat(30)}
  - \`${'inline-code-without-a-break'.repeat(6)}\`
    - > ${'quoted'.repeat(30)}
`;

/** How far the page reaches beyond its right edge, in pixels. */
const overflowOf = (page: Page) =>
	page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement;
		return scrollWidth - clientWidth;
	});

/** The same for the transcript, which scrolls by itself. */
const logOverflowOf = (page: Page) =>
	page.getByRole('log').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);

const TEXTS = {
	en: { message: 'Message', history: 'History', title: 'Settings', answer: 'Lockchat' },
	ru: { message: 'Сообщение', history: 'История', title: 'Настройки', answer: 'Lockchat' },
} as const;

for (const language of ['en', 'ru'] as const) {
	const texts = TEXTS[language];
	test.describe(`320 pixels wide, in ${language}`, () => {
		test.use({ language });

		for (const name of ['popup.html', 'sidepanel.html'] as const) {
			test(`${name} fits, whatever an answer holds`, async ({ extension, endpoint, server }) => {
				const model = server.script(`wide-${language}-${name}`, [{ token: WIDE }, { done: true }]);
				await extension.seed({
					endpoints: [
						{ ...endpoint, name: 'A server with quite a long name', models: [model, 'm'.repeat(80)] },
					],
				});
				const page = await extension.open(name);
				await page.setViewportSize({ width: 320, height: 600 });
				await expect(page.getByRole('textbox', { name: texts.message })).toBeVisible();
				expect(await overflowOf(page)).toBe(0);
				await page.getByRole('textbox', { name: texts.message }).fill('unbroken'.repeat(60));
				await page.keyboard.press('Enter');
				const answer = page.getByRole('article', { name: texts.answer, exact: true });
				await expect(answer.getByRole('table')).toBeVisible();
				await expect(answer.locator('math')).toBeVisible();
				expect(await overflowOf(page)).toBe(0);
				expect(await logOverflowOf(page)).toBe(0);

				await page.getByRole('button', { name: texts.history }).click();
				await expect(page.getByRole('dialog').getByRole('listitem')).toHaveCount(1);
				expect(await overflowOf(page)).toBe(0);
			});
		}

		test('a failed answer fits', async ({ extension, endpoint }) => {
			await extension.seed({ endpoints: [{ ...endpoint, models: ['case-31', 'case-30-500-openai'] }] });
			const page = await extension.open('sidepanel.html');
			await page.setViewportSize({ width: 320, height: 600 });
			await page.getByRole('textbox', { name: texts.message }).fill('?');
			await page.keyboard.press('Enter');
			await expect(
				page.getByRole('article', { name: texts.answer, exact: true }).getByRole('alert'),
			).toBeVisible();
			expect(await overflowOf(page)).toBe(0);
			expect(await logOverflowOf(page)).toBe(0);
		});

		test('options.html fits with an endpoint open', async ({ extension, endpoint }) => {
			await extension.seed({
				endpoints: [{ ...endpoint, name: 'A server with quite a long name', models: ['m'.repeat(80)] }],
			});
			const page = await extension.open('options.html');
			await page.setViewportSize({ width: 320, height: 700 });
			await expect(page.getByRole('heading', { name: texts.title, exact: true })).toBeVisible();
			await page.getByRole('button', { name: /quite a long name/ }).click();
			await expect(page.getByRole('textbox').first()).toBeVisible();
			expect(await overflowOf(page)).toBe(0);
		});

		test('the card that connects a server fits', async ({ extension }) => {
			const page = await extension.open('popup.html');
			await page.setViewportSize({ width: 320, height: 600 });
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			expect(await overflowOf(page)).toBe(0);
		});
	});
}
