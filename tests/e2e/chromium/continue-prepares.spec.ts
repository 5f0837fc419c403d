import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { holdDatabase } from '../harness/hold-database.ts';
import { chatOn } from './chat-page.ts';

/** Notes whether the element is ever without this text from now on. */
async function watchText(element: Locator, text: string): Promise<() => Promise<boolean>> {
	const watch = await element.evaluateHandle((watched, expected) => {
		const state = { hasStayed: true };
		new MutationObserver(() => {
			if (!watched.isConnected || !watched.textContent?.includes(expected)) state.hasStayed = false;
		}).observe(document.body, { childList: true, subtree: true, characterData: true });
		return state;
	}, text);
	return () => watch.evaluate(({ hasStayed }) => hasStayed);
}

test.describe('case 108: the partial answer stays while Continue prepares', () => {
	for (const happens of ['a second window opens', 'the background is stopped, and wakes'] as const) {
		test(`and ${happens}`, async ({ extension, endpoint, server }) => {
			const model = server.script('halves', [{ token: 'The first half' }, { hold: 'cut' }, { reset: true }]);
			await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
			const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
			await ask('Both halves?');
			await expect(answers).toHaveText('The first half');
			server.release('cut');
			const next = answers.getByRole('button', { name: 'Continue' });
			await expect(next).toBeVisible();
			server.script('halves', [{ token: ', and the second.' }, { done: true }]);
			const holder = await extension.open('options.html');
			const release = await holdDatabase(holder);
			await page.bringToFront();

			const hasStayed = await watchText(answers, 'The first half');
			await next.click();
			if (happens === 'a second window opens') {
				const second = chatOn(await extension.open('sidepanel.html'));
				await expect(second.composer).toBeVisible();
			} else {
				await extension.killWorker();
				await extension.worker();
			}
			await page.bringToFront();
			await expect(answers).toContainText('The first half');
			await release();
			await expect(answers).toHaveText('The first half, and the second.');
			expect(await hasStayed()).toBe(true);
		});
	}
});
