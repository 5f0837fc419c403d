import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';

test('case 282: in Firefox, too, the interface speaks the language that is chosen', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const options = await extension.open('options.html');
	const language = await options.waitForSelector(byRole('combobox', 'Language'));
	// The settings load themselves anew, after which Puppeteer no longer reaches their page.
	const beside = await extension.open('popup.html');
	await language?.select('ru');
	await beside.waitForFunction(() => localStorage.getItem('words') !== null);
	const panel = await extension.open('sidepanel.html');
	await panel.waitForSelector(byRole('textbox', 'Сообщение'));
	expect(await panel.evaluate(() => document.documentElement.lang)).toBe('ru');
	const settings = await extension.open('options.html');
	await settings.waitForSelector(byRole('heading', 'Настройки'));
});
