import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';

test('case 285: a browser that recognizes no speech is offered no dictation', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const page = await extension.open('sidepanel.html');
	const composer = await page.waitForSelector(byRole('textbox', 'Message'));
	expect(
		await page.evaluate(() => 'SpeechRecognition' in window || 'webkitSpeechRecognition' in window),
	).toBe(false);
	await page.waitForSelector(byRole('combobox', 'Model'));
	const dictate = () => page.$$(byRole('button', 'Dictate'));
	expect(await dictate()).toEqual([]);
	await composer?.focus();
	await page.keyboard.down('Alt');
	await page.keyboard.down('Shift');
	await page.keyboard.press('D');
	await page.keyboard.up('Shift');
	await page.keyboard.up('Alt');
	await page.locator(byRole('button', 'Attach')).click();
	await page.waitForSelector('[role=menuitem]');
	expect(
		await page.$$eval('[role=menuitem]', (items) => items.map(({ textContent }) => textContent)),
	).not.toContain('Dictate');
	expect(await dictate()).toEqual([]);

	const settings = await extension.open('options.html');
	await settings.waitForSelector(byRole('combobox', 'Theme'));
	expect(await settings.$$(byRole('combobox', 'Dictation'))).toEqual([]);
});
