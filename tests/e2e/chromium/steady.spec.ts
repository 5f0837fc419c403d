import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

/** The composer's promise: of the window's height it takes at most this much. */
const CAP = 0.38;

const lines = (count: number) => Array.from({ length: count }, (_, line) => `Line ${line}`).join('\n');

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`the composer of ${name} grows with its text up to its cap, and scrolls from there on`, async ({
		extension,
		endpoint,
	}) => {
		await extension.seed({ endpoints: [endpoint] });
		const { page, composer } = chatOn(await extension.open(name));
		await page.setViewportSize({ width: 400, height: 600 });
		const heightWith = async (text: string) => {
			await composer.fill(text);
			return composer.evaluate(({ clientHeight, scrollHeight }) => ({
				shown: clientHeight,
				isScrolling: scrollHeight > clientHeight,
			}));
		};
		const empty = await heightWith('');
		const one = await heightWith(lines(1));
		const two = await heightWith(lines(2));
		const six = await heightWith(lines(6));
		expect(one).toEqual(empty);
		const line = two.shown - one.shown;
		expect(line).toBeGreaterThan(10);
		expect(six).toEqual({ shown: one.shown + 5 * line, isScrolling: false });

		const many = await heightWith(lines(60));
		expect(many.isScrolling).toBe(true);
		expect(many.shown).toBeGreaterThan(six.shown);
		expect(many.shown).toBeLessThanOrEqual(600 * CAP);
		expect(await heightWith(lines(120))).toEqual(many);
		expect(await heightWith('')).toEqual(empty);
	});

	test(`nothing jumps up or down in ${name} when the first word takes the place of the waiting line`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const model = server.script(`first-${name}`, [
			// The request is taken, and the answer has begun with no word in it yet.
			{ token: '' },
			{ hold: 'word' },
			{ token: 'First' },
			{ hold: 'end' },
			{ done: true },
		]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { ask, answers, composer } = chatOn(await extension.open(name));
		const place = async (line: Locator) => ({
			article: await answers.evaluate((article) => article.getBoundingClientRect().top),
			composer: await composer.evaluate((box) => box.getBoundingClientRect().top),
			line: await line.evaluate((element) => {
				const words = document.createRange();
				words.selectNodeContents(element);
				const { top, height } = words.getBoundingClientRect();
				return { top, height };
			}),
		});
		await ask('Say one word.');
		const waiting = answers.getByText('Waiting for the first word…');
		await expect(waiting).toBeVisible();
		const before = await place(waiting);
		server.release('word');
		// This waits for the word as it stays: the code that draws Markdown may come a moment later than the word.
		const word = answers.locator('.markdown').getByText('First', { exact: true });
		await expect(word).toBeVisible();
		await expect(waiting).toHaveCount(0);
		expect(await place(word)).toEqual(before);
	});
}
