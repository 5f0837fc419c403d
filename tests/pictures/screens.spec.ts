import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { test } from '../e2e/harness/chromium.ts';
import { welcomeTab } from '../e2e/harness/start-chromium.ts';
import { TEXTS } from './texts.ts';

/** Pictures for whoever looks over a change; they are not kept. */
const FOLDER = resolve(import.meta.dirname, '../results/screens');
mkdirSync(FOLDER, { recursive: true });

const RICH = `## Heading

Some **bold** words, \`code\`, a [link](https://example.org) and $e^{i\\pi}$.

\`\`\`js
const answer = 42; // a line that is longer than a narrow panel, so that it has to scroll or to be wrapped
\`\`\`

| Where | What | How much |
| --- | --- | --- |
| here | this | 1,234.56 |

- [x] done
- [ ] to do
`;

const WIDTHS = { en: 420, ru: 320 };

for (const language of ['en', 'ru'] as const) {
	test.describe(language, () => {
		test.use({ language, startsBefore: false });

		test('every screen', async ({ extension, endpoint, server }) => {
			const shown = TEXTS[language];
			const width = WIDTHS[language];
			const rich = server.script('rich', [{ token: RICH }, { done: true }]);
			const shoot = async (page: Page, name: string) => {
				for (const colorScheme of ['light', 'dark'] as const) {
					await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
					await page.screenshot({
						path: resolve(FOLDER, `${name}-${language}-${colorScheme}.png`),
						animations: 'disabled',
					});
				}
			};

			const welcome = await welcomeTab(extension.context);
			await welcome.setViewportSize({ width: 900, height: 700 });
			await welcome.getByRole('heading').first().waitFor();
			await shoot(welcome, 'welcome');

			const page = await extension.open('sidepanel.html');
			await page.setViewportSize({ width, height: 720 });
			await page.getByRole('heading').first().waitFor();
			await shoot(page, 'connect');

			await extension.seed({ endpoints: [{ ...endpoint, models: [rich, 'gpt-4', 'case-30-401-string'] }] });
			await page.getByRole('combobox').first().waitFor();
			await shoot(page, 'new-chat');
			await page.locator('textarea').fill(shown.question);
			await page.keyboard.press('Enter');
			await page.locator('article[aria-busy=false]').last().waitFor();
			await page.locator('pre').first().waitFor();
			await shoot(page, 'answer');
			await page.getByRole('button', { name: /^(History|История)/ }).click();
			await page.getByRole('searchbox').waitFor();
			await shoot(page, 'history');
			await page.keyboard.press('Escape');
			await page.getByRole('combobox').first().click();
			await page.getByRole('option').first().waitFor();
			await shoot(page, 'models');
			await page.keyboard.press('Escape');
			await page.locator('textarea').fill('/');
			await page.getByRole('listbox').waitFor();
			await shoot(page, 'actions');

			const options = await extension.open('options.html');
			await options.setViewportSize({ width: language === 'ru' ? 400 : 900, height: 900 });
			await options.getByRole('heading').first().waitFor();
			await options.emulateMedia({ reducedMotion: 'reduce' });
			await options.screenshot({ path: resolve(FOLDER, `settings-${language}.png`), fullPage: true });
		});
	});
}
