import { byRole } from '../harness/by-role.ts';
import { closeWelcome, expect, test } from '../harness/firefox.ts';

test.use({ closesWelcome: false });

test('case 138: a tab welcomes the user after the installation, and leads to a model', async ({
	extension,
}) => {
	// It waits until the tab is there.
	await closeWelcome(extension.browser);
	const page = await extension.open('welcome.html');
	await page.waitForSelector(byRole('heading', 'Welcome to Lockchat'));
	expect(await page.$eval('main', ({ textContent }) => textContent)).toContain('A model on this computer');
});
