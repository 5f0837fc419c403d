import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { findFreePort } from '../harness/free-port.ts';

interface Typed {
	url: string;
	models?: string;
	apiKey?: string;
}

/** Types an endpoint in and calls the doctor, as a person does. */
async function callDoctor(page: Page, { url, models = 'gpt-4', apiKey = '' }: Typed) {
	await page.getByRole('button', { name: 'Add server' }).click();
	await page.getByRole('textbox', { name: 'Server URL' }).fill(url);
	await page.getByRole('textbox', { name: 'API key' }).fill(apiKey);
	await page.getByRole('textbox', { name: 'Models' }).fill(models);
	await page.getByRole('button', { name: 'Diagnose' }).click();
	return doctorOn(page);
}

function doctorOn(page: Page) {
	const region = page.getByRole('region', { name: /^Diagnosis/ });
	return {
		region,
		steps: region.getByRole('listitem'),
		status: region.getByRole('status'),
		button: (name: string) => region.getByRole('button', { name }),
	};
}

test('the doctor goes through nine steps of a server that works, each with its time, and says each once', async ({
	extension,
	server,
}) => {
	const page = await extension.open('options.html');
	const { steps, status } = await callDoctor(page, { url: server.url });
	await expect(status).toContainText('Diagnosis finished: all works.');
	await expect(steps).toHaveCount(9);
	for (const step of await steps.all()) await expect(step).toContainText(/\d ms/);
	await expect(steps.nth(4)).toContainText('the server lets Lockchat in');
	await expect(steps.last()).toContainText('Streamed answer works');
	expect(await status.locator('p').count()).toBe(10);
});

test('a wrong path is mended with a click, and the doctor goes on to the end', async ({
	extension,
	server,
}) => {
	const page = await extension.open('options.html');
	const { status, button } = await callDoctor(page, { url: `${server.url}/nowhere` });
	await button(`Use ${server.url}`).click();
	await expect(status).toContainText('all works');
	await expect(page.getByRole('textbox', { name: 'Server URL' })).toHaveValue(server.url);
});

test('a model that the server lacks gives way to those it lists', async ({ extension, server }) => {
	const page = await extension.open('options.html');
	const { status, button, steps } = await callDoctor(page, { url: server.url, models: 'gpt-5000' });
	await expect(steps.nth(6)).toContainText('has no model “gpt-5000” (404)');
	await button('Use the models this server has').click();
	await expect(status).toContainText('all works');
});

test('a wrong key is found, and the report on the clipboard has neither it nor the query', async ({
	extension,
	server,
}) => {
	await extension.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	const page = await extension.open('options.html');
	const typed = { url: `${server.url}/v1?token=hidden-query`, models: 'auth:gpt-4', apiKey: 'wrong' };
	const { steps, button } = await callDoctor(page, typed);
	await expect(steps.nth(5)).toContainText(/Key failed.*did not accept the API key \(401\)/s);
	await button('Copy report').click();
	await expect(button('Report copied')).toBeVisible();
	const report = await page.evaluate(() => navigator.clipboard.readText());
	expect(report).toMatch(/^Lockchat \d+\.\d+\.\d+\nBrowser: .*Chrome/);
	expect(report).toContain(`Server: ${server.url}/v1\n`);
	expect(report).toMatch(/6\. key: failed, \d+ ms, unauthorized, HTTP 401/);
	expect(report).not.toMatch(/wrong|hidden-query/);
});

test('a server that is down, and a field that is wrong, are told at their steps', async ({ extension }) => {
	const page = await extension.open('options.html');
	const host = `127.0.0.1:${await findFreePort()}`;
	const { steps, button, region } = await callDoctor(page, { url: `http://${host}` });
	await expect(steps.nth(1)).toContainText(`${host} does not answer`);
	await expect(button('Go on from what failed')).toBeVisible();
	await page.getByRole('textbox', { name: 'Server URL' }).fill('my server');
	await page.getByRole('button', { name: 'Diagnose' }).click();
	await expect(steps.first()).toContainText('This is not an address.');
	await button('Close the diagnosis').click();
	await expect(region).toHaveCount(0);
});

test('a doctor that is cancelled, begun anew or closed leaves no request open', async ({
	extension,
	server,
}) => {
	const model = server.script('silent', [{ stall: true }]);
	const page = await extension.open('options.html');
	const { region, button } = await callDoctor(page, { url: server.url, models: model });
	const asked = (count: number) => expect.poll(() => server.requests.length).toBe(count);
	const ended = () => expect.poll(() => server.requests.at(-1)?.abortedAt).not.toBeNull();
	await asked(1);
	await button('Cancel').click();
	await ended();
	await expect(region).toContainText('Cancelled. Nothing runs any more.');
	await page.getByRole('button', { name: 'Diagnose' }).click();
	await asked(2);
	await page.getByRole('button', { name: 'Diagnose' }).click();
	await asked(3);
	await expect.poll(() => server.requests[1]?.abortedAt).not.toBeNull();
	await page.close();
	await ended();
});

test.describe('in Russian, 320 pixels wide', () => {
	test.use({ language: 'ru' });

	test('the doctor fits', async ({ extension, server }) => {
		const page = await extension.open('options.html');
		await page.setViewportSize({ width: 320, height: 800 });
		await page.getByRole('button', { name: 'Добавить сервер' }).click();
		await page.getByRole('textbox', { name: 'Адрес сервера' }).fill(`${server.url}/nowhere`);
		await page.getByRole('textbox', { name: 'Модели' }).fill('gpt-4');
		await page.getByRole('button', { name: 'Диагностика' }).click();
		const region = page.getByRole('region', { name: /^Диагностика/ });
		await expect(region.getByRole('button', { name: `Использовать ${server.url}` })).toBeVisible();
		await expect(region.getByRole('button', { name: 'Копировать отчёт' })).toBeVisible();
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
	});
});

test('https where only http is spoken, and what only the user knows: a button leads there', async ({
	extension,
	server,
}) => {
	const page = await extension.open('options.html');
	const https = server.url.replace('http:', 'https:');
	const typed = { url: https, models: 'auth:gpt-4', apiKey: 'wrong' };
	const { steps, button } = await callDoctor(page, typed);
	await expect(steps.nth(3)).toContainText('answers, but not by https');
	await button(`Use ${server.url}`).click();
	await button('Enter key').click();
	await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused();
	await page.keyboard.type('secret-key');
	await button('Go on from what failed').click();
	await expect(steps.last()).toContainText('Streamed answer works');
});
