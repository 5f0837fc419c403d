import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { extensionDir } from '../harness/extension-dir.ts';

declare const chrome: ExtensionApi;

/** The only permissions that the extension may ask for. */
const PERMISSIONS = [
	'activeTab',
	'contextMenus',
	'declarativeNetRequestWithHostAccess',
	'offscreen',
	'scripting',
	'sidePanel',
	'storage',
	'unlimitedStorage',
];

test('a fresh installation may read no site and holds no permission that warns', async ({ extension }) => {
	const worker = await extension.worker();
	const { origins, permissions } = await worker.evaluate(() => chrome.permissions.getAll());
	expect(origins).toEqual([]);
	expect(permissions?.toSorted()).toEqual(PERMISSIONS);
});

test('the manifest as built asks for nothing more, runs in no page, and lets no page talk to it', async () => {
	const manifest = JSON.parse(await readFile(join(extensionDir('chrome'), 'manifest.json'), 'utf8'));
	expect(manifest.permissions.toSorted()).toEqual(PERMISSIONS);
	expect(manifest.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
	expect(manifest.optional_permissions).toEqual(['tabs']);
	for (const key of [
		'host_permissions',
		'content_scripts',
		'externally_connectable',
		'web_accessible_resources',
	]) {
		expect(manifest).not.toHaveProperty(key);
	}
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
