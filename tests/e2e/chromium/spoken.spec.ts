import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

/** Longer than the time between two looks for a whole sentence, in milliseconds. */
const A_WHILE = 2_000;

/** Collects whatever a status region says from now on. */
async function hear(status: Locator): Promise<() => Promise<string[]>> {
	const heard = await status.evaluateHandle((region) => {
		const texts: string[] = [];
		new MutationObserver(() => texts.push(region.textContent ?? '')).observe(region, {
			subtree: true,
			childList: true,
			characterData: true,
		});
		return texts;
	});
	return () => heard.jsonValue();
}

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`${name} reads an answer out sentence by sentence, from a transcript that is silent itself`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const pieces = ['The first', ' is whole. The', ' second too.'];
		const { model, next } = createPacedModel(server, `spoken-${name}`, pieces);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { page, ask, answers, log } = chatOn(await extension.open(name));
		await page.clock.install();
		await page.reload();
		await expect(log).toHaveCount(0);
		const status = page.getByRole('status');
		await ask('Two sentences, please.');
		await expect(log).toHaveAttribute('aria-live', 'off');

		next();
		await expect(answers).toHaveText('The first');
		const heard = await hear(status);
		await page.clock.runFor(A_WHILE);
		next();
		await expect(answers).toHaveText('The first is whole. The');
		await page.clock.runFor(A_WHILE);
		await expect(status).toHaveText('The first is whole.');
		next(2);
		await expect(answers).toHaveAttribute('aria-busy', 'false');
		await expect(status).toHaveText('The second too.');
		expect(await heard()).toEqual(['The first is whole.', 'The second too.']);
		await expect(log).toHaveAttribute('aria-live', 'off');
	});
}
