import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { findFreePort } from '../harness/free-port.ts';

interface Fault {
	fault: string;
	/** What is typed; an empty URL stands for the test server's. */
	url: string;
	models: string;
	apiKey: string;
	/** What the status region says of it. */
	says: RegExp;
}

const FAULTS: Fault[] = [
	{
		fault: 'a wrong key',
		url: '',
		models: 'auth:gpt-4',
		apiKey: 'wrong',
		says: /did not accept the API key \(401\)/,
	},
	{
		fault: 'an unknown model',
		url: '',
		models: 'gpt-5000',
		apiKey: '',
		says: /has no model “gpt-5000” \(404\)/,
	},
	{
		fault: 'a page in place of an API',
		url: '',
		models: 'case-34',
		apiKey: '',
		says: /answered with a page, not as an API/,
	},
	{
		fault: 'a server in trouble',
		url: '',
		models: 'case-30-500-html',
		apiKey: '',
		says: /ran into an error \(500\)/,
	},
	{
		fault: 'a wrong path',
		url: '/nowhere',
		models: 'gpt-4',
		apiKey: '',
		says: /has nothing at this address \(404\)/,
	},
];

async function type(page: Page, { url, models, apiKey }: Pick<Fault, 'url' | 'models' | 'apiKey'>) {
	await page.getByRole('button', { name: 'Add server' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Mine');
	await page.getByRole('textbox', { name: 'Server URL' }).fill(url);
	await page.getByRole('textbox', { name: 'API key' }).fill(apiKey);
	await page.getByRole('textbox', { name: 'Models' }).fill(models);
	await page.getByRole('button', { name: 'Test connection' }).click();
}

for (const { fault, url, models, apiKey, says } of FAULTS) {
	test(`the connection test names ${fault}, and keeps what was typed`, async ({ extension, server }) => {
		const page = await extension.open('options.html');
		const typed = { url: `${server.url}${url}`, models, apiKey };
		await type(page, typed);
		await expect(page.getByRole('status')).toContainText(says);
		await expect(page.getByRole('textbox', { name: 'Server URL' })).toHaveValue(typed.url);
		await expect(page.getByRole('textbox', { name: 'API key' })).toHaveValue(apiKey);
		await expect(page.getByRole('textbox', { name: 'Models' })).toHaveValue(models);
	});
}

test('the connection test names a server that is down', async ({ extension }) => {
	const page = await extension.open('options.html');
	const port = await findFreePort();
	await type(page, { url: `http://127.0.0.1:${port}`, models: 'gpt-4', apiKey: '' });
	await expect(page.getByRole('status')).toContainText(`127.0.0.1:${port} does not answer`);
});

for (const act of ['Test connection', 'Save'] as const) {
	test(`${act} refuses an invalid URL, says what one looks like, and leads to the field`, async ({
		extension,
	}) => {
		const page = await extension.open('options.html');
		await type(page, { url: 'my server', models: 'gpt-4', apiKey: '' });
		await page.getByRole('button', { name: act, exact: true }).click();
		const url = page.getByRole('textbox', { name: 'Server URL' });
		await expect(url).toHaveAttribute('aria-invalid', 'true');
		await expect(url).toHaveAccessibleDescription(/This is not an address\. It should look like http:/);
		await expect(url).toHaveValue('my server');
		await expect(url).toBeFocused();
		await expect(page.getByRole('status')).toContainText(act === 'Save' ? 'Not saved yet' : 'Not tested');
	});
}

test('a model that the server lacks gives way to those it lists, with a click', async ({
	extension,
	server,
}) => {
	const page = await extension.open('options.html');
	await type(page, { url: server.url, models: 'gpt-5000', apiKey: '' });
	await page.getByRole('button', { name: 'Use the models this server has' }).click();
	await expect(page.getByRole('status')).toContainText('works');
	await expect(page.getByRole('textbox', { name: 'Models' })).toHaveValue(/gpt-4/);
});
