import type { Page } from '@playwright/test';
import { addEndpoint } from '../harness/add-endpoint.ts';
import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

const SECRET = 'opensesame';

/** Presses Tab until the focus is on the control of this role and name. */
async function tabTo(page: Page, role: 'button' | 'textbox', name: string): Promise<void> {
	const control = page.getByRole(role, { name, exact: true });
	for (let presses = 0; presses < 100; presses += 1) {
		if (await control.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`Tab never reaches ${role} “${name}”.`);
}

test.describe('a server that wants a header of its own', () => {
	test.use({ serverOptions: { requiredHeaders: { 'x-team': SECRET } } });

	test('case 90: gets it for the list, the check and the chat, typed by the keyboard alone', async ({
		extension,
		server,
	}) => {
		const model = server.script('team', [{ token: 'Hello, team.' }, { done: true }]);
		const page = await extension.open('options.html');
		await addEndpoint(page, { name: 'Mine', url: server.url, models: model });
		const status = page.getByRole('status');

		await page.getByRole('textbox', { name: 'API key' }).focus();
		await tabTo(page, 'button', 'Add header');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('textbox', { name: 'Header', exact: true })).toBeFocused();
		await page.keyboard.type('X-Team');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('textbox', { name: 'Value', exact: true })).toBeFocused();
		await page.keyboard.type('wrong-value');
		await tabTo(page, 'button', 'Test connection');
		await page.keyboard.press('Enter');
		await expect(status).toContainText('did not accept');

		await page.getByRole('textbox', { name: 'Value', exact: true }).focus();
		await page.keyboard.press('ControlOrMeta+A');
		await page.keyboard.type(SECRET);
		await tabTo(page, 'button', 'Test connection');
		await page.keyboard.press('Enter');
		await expect(status).toContainText('works');
		await tabTo(page, 'button', 'Fetch models');
		await page.keyboard.press('Enter');
		await expect(status).toContainText('listed its models');
		await page.getByRole('textbox', { name: 'Models' }).fill(model);
		await page.keyboard.press('Tab');
		await tabTo(page, 'button', 'Save');
		await page.keyboard.press('Enter');
		await expect(status).toContainText('Saved');

		const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
		await ask('Who is there?');
		await expect(answers).toHaveText('Hello, team.');

		const { endpoints } = await page.evaluate(() => chrome.storage.local.get('endpoints'));
		expect(JSON.stringify(endpoints)).toContain('X-Team');
		expect(JSON.stringify(endpoints)).not.toContain(SECRET);
	});

	test('case 90: a header that cannot be sent is refused beside its field, and removed by the keyboard', async ({
		extension,
	}) => {
		const page = await extension.open('options.html');
		await page.getByRole('button', { name: 'Add server' }).click();
		await page.getByRole('textbox', { name: 'Server URL' }).fill('http://127.0.0.1:1');
		await page.getByRole('button', { name: 'Add header' }).focus();
		await page.keyboard.press('Enter');
		await page.keyboard.type('Host');
		await page.keyboard.press('Tab');
		await page.keyboard.type('elsewhere');
		await page.keyboard.press('Enter');
		const name = page.getByRole('textbox', { name: 'Header', exact: true });
		await expect(name).toBeFocused();
		await expect(name).toHaveAccessibleDescription(/The browser sets this header itself/);
		await tabTo(page, 'button', 'Remove the header Host');
		await page.keyboard.press('Enter');
		await expect(name).toHaveCount(0);
		await expect(page.getByRole('button', { name: 'Add header' })).toBeFocused();
	});
});

test.describe('a deployment at Azure', () => {
	test.use({
		browserArgs: ['--host-resolver-rules=MAP *.openai.azure.com 127.0.0.1'],
		serverOptions: {
			base: '/openai/deployments/gpt-4.1',
			requiredHeaders: { 'api-key': 'azure-key-1' },
		},
	});

	test('case 90: answers with nothing but its address and its key', async ({ extension, server }) => {
		const model = server.script('azure', [{ token: 'From Azure.' }, { done: true }]);
		const page = await extension.open('options.html');
		const url = `http://r.openai.azure.com:${server.port}/openai/deployments/gpt-4.1`;
		await addEndpoint(page, { name: 'Azure', url, apiKey: 'azure-key-1', models: model });
		await page.getByRole('button', { name: 'Test connection' }).click();
		await expect(page.getByRole('status')).toContainText('works');

		const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
		await ask('Who is there?');
		await expect(answers).toHaveText('From Azure.');
		for (const { headers } of server.requests) expect(headers).not.toHaveProperty('authorization');
	});
});
