import { cp, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { version1Rows, writeVersion1 } from '../../unit/store/version-1.ts';
import { byRole } from '../harness/by-role.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { extensionDir } from '../harness/extension-dir.ts';
import { expect, test } from '../harness/firefox.ts';
import { numberVersion } from '../harness/number-version.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { shownAddresses } from '../harness/shown-addresses.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/before-update');

test.beforeAll(async () => {
	const dir = resolve(OUTPUT, 'firefox-mv3');
	await rm(OUTPUT, { recursive: true, force: true });
	await cp(extensionDir('firefox'), dir, { recursive: true });
	numberVersion(dir, '0.0.9');
});
test.use({ extensionOutput: OUTPUT });

/** Makes room for the database of the version before. */
async function deleteDatabase(name: string): Promise<void> {
	await new Promise((resolve, reject) => {
		const deleting = indexedDB.deleteDatabase(name);
		deleting.onsuccess = resolve;
		deleting.onerror = reject;
	});
}

test('case 281: an update keeps the settings and the chats of the first version, and welcomes nobody again', async ({
	extension,
	endpoint,
	server,
}) => {
	// As it was stored before there were kinds of endpoints.
	const model = server.script('kept', [{ token: 'Still here.' }, { done: true }]);
	const old = { ...endpoint, models: [model], needsAuth: true };
	expect(old).not.toHaveProperty('kind');
	await extension.seed({ endpoints: [old], keys: { [old.id]: 'sk-kept' } });
	// This page runs no script of the extension, which would open the database.
	const picture = await extension.open('icon/16.png');
	await picture.waitForSelector('img');
	await extension.terminateBackground();
	await picture.evaluate(deleteDatabase, 'lockchat');
	await picture.evaluate(writeVersion1, 'lockchat', version1Rows);

	await extension.browser.installExtension(extensionDir('firefox'));

	const page = await extension.open('sidepanel.html');
	await page.locator(byRole('button', 'History')).click();
	await page.locator('::-p-text(Sky)').click();
	await expect
		.poll(() => readChat(page))
		.toMatchObject({
			questions: [expect.stringContaining('Why is the sky blue?')],
			answers: [expect.stringMatching(/The sky\.\s*This answer was interrupted\./)],
		});
	await page.locator(byRole('button', 'New chat')).click();
	await ask(page, 'And now?');
	await expect.poll(() => readChat(page)).toMatchObject({ answers: ['Still here.'], isBusy: false });
	const request = await server.waitForRequest((asked) => asked.model === model);
	// The server keeps no keys, only that there was one.
	expect(request.headers.authorization).toBe('[redacted]');
	expect(await page.evaluate(() => chrome.storage.local.get('keys'))).toEqual({
		keys: { [old.id]: 'sk-kept' },
	});
	expect((await shownAddresses(extension.browser)).join()).not.toContain('welcome.html');
	expect(await page.evaluate(() => chrome.runtime.getManifest().version)).not.toBe('0.0.9');
});
