import { expect } from '@playwright/test';
import { byRole } from '../harness/by-role.ts';
import { test } from '../harness/headed-chromium.ts';
import { startOllama } from '../harness/ollama-server.ts';

test('the doctor leads past a server that refuses extensions: access, the Origin header, and all works', async ({
	headed: { open, allow },
}) => {
	const ollama = await startOllama();
	try {
		const { host } = new URL(ollama.url);
		const page = await open('options.html');
		await page.locator(byRole('button', 'Add server')).click();
		await page.locator(byRole('textbox', 'Server URL')).fill(ollama.url);
		await page.locator(byRole('textbox', 'Models')).fill('gpt-4');
		const click = async (name: string) => {
			const button = byRole('button', name);
			await page.waitForSelector(button);
			// Puppeteer thinks that an element behind the status bar is visible, and would click on the bar.
			await page.$eval(button, (element) => element.scrollIntoView({ block: 'center' }));
			await page.locator(button).click();
		};
		const said = () => page.$$eval('li', (steps) => steps.map(({ textContent }) => textContent ?? ''));
		const step = async (name: string) => (await said()).find((text) => text.startsWith(name)) ?? '';

		await click('Diagnose');
		await expect.poll(() => step('Access')).toContain(`Lockchat may not talk to ${host}`);
		await allow(page, () => click(`Allow access to ${host}`));
		await expect.poll(() => step('Access')).toContain(`${host} refuses browser extensions`);
		expect(await step('Answer')).toContain('what failed is named above');

		await click('Leave out the Origin header');
		await expect.poll(() => step('Streamed answer')).toContain('works');
		expect(await step('Access')).toContain('is given');
		expect(ollama.arrived.findLast(({ method }) => method === 'POST')).toMatchObject({ status: 200 });
	} finally {
		await ollama.close();
	}
});
