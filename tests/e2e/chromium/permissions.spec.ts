import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';

declare const chrome: ExtensionApi;

test('a fresh installation may read no site and holds no permission that warns', async ({ extension }) => {
	const worker = await extension.worker();
	const { origins, permissions } = await worker.evaluate(() => chrome.permissions.getAll());
	expect(origins).toEqual([]);
	expect(permissions?.toSorted()).toEqual([
		'activeTab',
		'contextMenus',
		'declarativeNetRequestWithHostAccess',
		'scripting',
		'sidePanel',
		'storage',
		'unlimitedStorage',
	]);
	const manifest = await worker.evaluate(() => chrome.runtime.getManifest());
	expect(manifest).not.toHaveProperty('host_permissions');
	expect(manifest).not.toHaveProperty('content_scripts');
	expect(manifest).toHaveProperty('optional_host_permissions');
});

test('a server with open CORS headers answers without any host permission', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const page = await extension.open('popup.html');
	await page.getByRole('textbox', { name: 'Message' }).fill('May I?');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('article', { name: 'Lockchat' })).toContainText('not a language model');
	const { origins } = await (await extension.worker()).evaluate(() => chrome.permissions.getAll());
	expect(origins).toEqual([]);
});

test('case 50: an error text that echoes the API key shows none of it', async ({ extension, endpoint }) => {
	await extension.seed({
		endpoints: [{ ...endpoint, models: ['case-50'] }],
		keys: { [endpoint.id]: 'sk-very-secret-key-0123456789' },
	});
	const page = await extension.open('popup.html');
	await page.getByRole('textbox', { name: 'Message' }).fill('Do you echo keys?');
	await page.keyboard.press('Enter');
	const alert = page.getByRole('article', { name: 'Lockchat' }).getByRole('alert');
	await expect(alert).toContainText('did not accept the API key (401)');
	await expect(alert).toContainText('The server says:');
	await expect(page.locator('body')).not.toContainText('very-secret');
});
