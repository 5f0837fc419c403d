import { resolve } from 'node:path';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { readInTab } from '../harness/read-in-tab.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { openPage } from './bar-on.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/secret-fields');

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

const SECRET = '4111111111111111';
const KINDS = ['cc-number', 'section-a billing CC-CSC', 'one-time-code', 'current-password', 'new-password'];
const FIELDS = KINDS.map((kind) => `<input autocomplete="${kind}" value="${SECRET}">`).join('');

test('case 332: of a field for a card, a code or a password, shown or not, nothing is read, selected or whole', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const body = `${FIELDS}<input type="password" value="${SECRET}">`;
	const page = await openPage(extension, { body });
	const options = await extension.open('options.html');
	const { page: panel } = chatOn(await extension.open('sidepanel.html'));
	for (const field of await page.locator('input').all()) {
		await field.selectText();
		const nothing = { selected: '', field: '', isSecret: true };
		expect(await options.evaluate(readInTab, page.url())).toMatchObject(nothing);
	}

	const worker = await extension.worker();
	await worker.evaluate(async (selectionText) => {
		const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url?.includes('article.test'));
		const clicked = { menuItemId: 'ask', selectionText, frameId: 0, pageUrl: tab?.url, editable: true };
		const { onClicked } = chrome.contextMenus;
		Reflect.apply(Reflect.get(onClicked, 'dispatch'), onClicked, [clicked, tab]);
	}, SECRET);

	await page.bringToFront();
	await page.locator('input').first().selectText();
	await panel.getByRole('button', { name: 'Attach' }).click();
	await panel.getByRole('menuitem', { name: 'Selected part' }).click();
	await expect(panel.getByRole('alert')).toContainText('Nothing is selected');
	await expect(panel.locator('body')).not.toContainText(SECRET.slice(0, 8));
});
