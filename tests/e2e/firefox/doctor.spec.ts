import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';

test('the doctor leads from a wrong path and a wrong key to a streamed answer, and its report has no secret', async ({
	extension,
	server,
}) => {
	const page = await extension.open('options.html');
	await page.locator(byRole('button', 'Add server')).click();
	// Firefox asks each element below for its role and name, which takes seconds for all of the settings.
	const inForm = (role: string, name: string) => `form ${byRole(role, name)}`;
	const press = async (name: string) => {
		const button = await page.waitForSelector(inForm('button', name));
		// Puppeteer thinks that an element behind the status bar is visible, and would click on the bar.
		await button?.evaluate((element) => element.scrollIntoView({ block: 'center' }));
		await button?.click();
	};
	const fill = (name: string, text: string) => page.locator(inForm('textbox', name)).fill(text);
	const said = () =>
		page.$$eval('section[aria-label^=Diagnosis] li', (steps) =>
			steps.map(({ textContent }) => textContent ?? ''),
		);
	const step = async (name: string) => (await said()).find((text) => text.startsWith(name)) ?? '';
	await fill('Server URL', `${server.url}/nowhere`);
	await fill('API key', 'wrong-key-1');
	await fill('Models', 'auth:gpt-4');
	await press('Diagnose');
	await expect.poll(() => step('Address')).toContain('has nothing at this address');
	await press(`Use ${server.url}`);

	await expect.poll(() => step('Key')).toContain('did not accept the API key (401)');
	// Without a clipboard to write to, the report stands in a box.
	await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
	await press('Copy report');
	const report = await page.waitForSelector(inForm('textbox', 'Report'));
	const text = await report?.evaluate((box) => (box instanceof HTMLTextAreaElement ? box.value : ''));
	expect(text).toMatch(/^Lockchat .*\nBrowser: .*Firefox/);
	expect(text).toMatch(/6\. key: failed, \d+ ms, unauthorized, HTTP 401/);
	expect(text).not.toMatch(/wrong-key/);

	await press('Enter key');
	expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('apiKey');
	await fill('API key', 'secret-key');
	await press('Go on from what failed');
	await expect.poll(() => step('Streamed answer')).toContain('works');
	expect((await said()).filter((one) => !/ms/.test(one))).toEqual([]);
});
