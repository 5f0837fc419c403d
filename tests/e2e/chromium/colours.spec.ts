import type { Locator } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { contrastOf } from '../harness/contrast.ts';

/** An element's own colour, and the colour of the ground behind it. */
const coloursOf = (text: Locator) =>
	text.evaluate((element) => {
		let ground = 'rgba(0, 0, 0, 0)';
		for (let under: Element | null = element; under; under = under.parentElement) {
			ground = getComputedStyle(under).backgroundColor;
			if (ground !== 'rgba(0, 0, 0, 0)') break;
		}
		return { colour: getComputedStyle(element).color, ground };
	});

const PAGES = [
	{ name: 'popup.html', heading: 'What can I do for you?', muted: /^Or select text on a page/ },
	{ name: 'sidepanel.html', heading: 'What can I do for you?', muted: /^Or select text on a page/ },
	{ name: 'options.html', heading: 'Settings', muted: /^The servers that answer you/ },
] as const;

for (const { name, heading, muted } of PAGES) {
	test(`${name} is light or dark as the system is, and can be read in both`, async ({
		extension,
		endpoint,
	}) => {
		await extension.seed({ endpoints: [endpoint] });
		const page = await extension.open(name);
		const texts = {
			body: page.getByRole('heading', { name: heading, exact: true }),
			muted: page.getByText(muted),
		};
		const coloursIn = async (colorScheme: 'light' | 'dark') => {
			await page.emulateMedia({ colorScheme });
			return { body: await coloursOf(texts.body), muted: await coloursOf(texts.muted) };
		};
		const light = await coloursIn('light');
		const dark = await coloursIn('dark');

		for (const { colour, ground } of [light.body, light.muted, dark.body, dark.muted]) {
			expect(contrastOf(colour, ground)).toBeGreaterThanOrEqual(4.5);
		}
		for (const text of ['body', 'muted'] as const) {
			expect(dark[text].colour).not.toBe(light[text].colour);
			// The ground is nearer to white than to black.
			const isLight = (ground: string) => contrastOf(ground, '#000000') > contrastOf(ground, '#ffffff');
			expect([isLight(light[text].ground), isLight(dark[text].ground)]).toEqual([true, false]);
		}
		expect(light.muted.colour).not.toBe(light.body.colour);
	});
}

test('case 224: where motion is reduced, nothing moves, and another theme is there at once', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const page = await extension.open('sidepanel.html');
	const model = page.getByRole('combobox', { name: 'Model' });
	await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
	await expect(model).toBeVisible();
	const read = () =>
		model.evaluate((element) =>
			[getComputedStyle(element), getComputedStyle(document.body)].map(({ color }) => color),
		);
	const before = await read();

	await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
	const [ofModel, ofPage] = await read();
	expect(ofModel).toBe(ofPage);
	expect(before).not.toContain(ofModel);
	expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
});
