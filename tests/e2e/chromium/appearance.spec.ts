import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test('case 183: theme, text size and spacing hold at once in every window, and before the first paint', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const panel = await extension.open('sidepanel.html');
	await panel.emulateMedia({ colorScheme: 'light' });
	const options = await extension.open('options.html');
	await options.getByRole('combobox', { name: 'Theme' }).selectOption('Dark');
	await options.getByRole('combobox', { name: 'Text size' }).selectOption('130%');
	await options.getByRole('combobox', { name: 'Spacing' }).selectOption('Compact');

	const look = () =>
		panel.evaluate(() => {
			const { backgroundColor, fontSize, colorScheme } = getComputedStyle(document.documentElement);
			return { backgroundColor, fontSize, colorScheme };
		});
	const dark = { backgroundColor: 'rgb(21, 24, 25)', fontSize: '20.8px', colorScheme: 'dark' };
	await expect.poll(look, 'another window takes it on').toEqual(dark);
	const height = () => chatOn(panel).send.evaluate((button) => button.getBoundingClientRect().height);
	expect(await height()).toBeLessThan(36);

	// The parser is done, and no module has run. Until the style sheet is there, which the choice does not wait for, the
	// browser paints nothing.
	await panel.addInitScript(() => {
		const look = () => {
			if (document.readyState !== 'interactive') return;
			const { dataset, style } = document.documentElement;
			const isDrawn = document.querySelector('textarea') !== null;
			Object.assign(window, { firstLook: [dataset.theme, dataset.density, style.fontSize, isDrawn] });
		};
		document.addEventListener('readystatechange', look);
	});
	await panel.reload();
	await expect(chatOn(panel).composer).toBeVisible();
	const firstLook = await panel.evaluate(() => (window as unknown as { firstLook: unknown }).firstLook);
	expect(firstLook).toEqual(['dark', 'compact', '130%', false]);

	await options.getByRole('combobox', { name: 'Theme' }).selectOption('Same as system');
	await expect.poll(async () => (await look()).backgroundColor).toBe('rgb(255, 255, 255)');
});

test('case 184: a question mark opens the list of shortcuts where it is no text, and Ctrl+/ anywhere', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const page = await extension.open('sidepanel.html');
	const { composer } = chatOn(page);
	const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
	await expect(composer).toBeFocused();
	await page.keyboard.type('Why?');
	await expect(composer).toHaveValue('Why?');
	await expect(list).toHaveCount(0);
	await page.keyboard.press('Control+/');
	await expect(list.getByRole('term').first()).toHaveText('Enter');
	await page.keyboard.press('Escape');
	await expect(list).toHaveCount(0);
	await expect(composer).toBeFocused();
	await page.getByRole('button', { name: 'History' }).focus();
	await page.keyboard.press('Shift+?');
	await expect(list).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page.getByRole('button', { name: 'History' })).toBeFocused();
});
