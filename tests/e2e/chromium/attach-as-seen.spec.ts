import { resolve } from 'node:path';
import { expect, test } from '../harness/chromium.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { attach, openBoth } from './page-beside.ts';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/with-host-access-as-seen');

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

for (const [language, name] of [
	['en', 'Ask about this page'],
	['ru', 'Спросить об этой странице'],
] as const) {
	test.describe(`in a browser that speaks ${language}`, () => {
		test.use({ language });

		test('case 337: one click in an empty chat attaches the page beside it', async ({
			extension,
			endpoint,
		}) => {
			await extension.seed({ endpoints: [endpoint] });
			const { chat } = await openBoth(extension);
			await chat.page.getByRole('button', { name }).click();
			await expect(chat.page.locator('form')).toContainText('On windows');
			await expect(chat.page.locator('form').getByRole('textbox')).toBeFocused();
		});
	});
}

test('case 203: of one long text the lines that are on the screen are attached', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const lines = Array.from({ length: 2_000 }, (_, at) => `Line ${at} of a text.`);
	const { page, chat } = await openBoth(extension, `<title>Log</title><pre>${lines.join('\n')}</pre>`);
	const [, first = 0, last = 0] = await page.evaluate(() => {
		scrollTo(0, 9_000);
		const box = document.querySelector('pre')?.getBoundingClientRect();
		const height = (box?.height ?? 0) / 2_000;
		const top = -(box?.top ?? 0) / height;
		return [height, top, top + innerHeight / height];
	});
	await attach(chat.page, 'Visible part');
	await chat.page.getByRole('button', { name: /^This page: Log/ }).click();
	const text = await chat.page.getByRole('dialog', { name: 'This page' }).getByRole('textbox').inputValue();
	const taken = text.match(/Line \d+ of a text\./g) ?? [];
	expect(taken).toEqual(lines.slice(lines.indexOf(taken[0] ?? ''), lines.indexOf(taken.at(-1) ?? '') + 1));
	expect(Math.abs(lines.indexOf(taken[0] ?? '') - first)).toBeLessThanOrEqual(2);
	expect(Math.abs(lines.indexOf(taken.at(-1) ?? '') - last)).toBeLessThanOrEqual(2);
});

test('case 305: a formula stays in its line, with its powers and fractions', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const body = `<title>Circles</title><p>The area is <math><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup></math>,
		and a half <math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of <math><msqrt><mi>x</mi></msqrt></math>.</p>`;
	const { chat } = await openBoth(extension, body);
	await attach(chat.page, 'This page');
	await chat.page.getByRole('button', { name: /^This page: Circles/ }).click();
	await expect(chat.page.getByRole('dialog', { name: 'This page' }).getByRole('textbox')).toHaveValue(
		'The area is πr², and a half 1/2 of √(x).',
	);
});
