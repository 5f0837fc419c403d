import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { writeInTab } from '../harness/write-in-tab.ts';
import { openPage } from './bar-on.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/write-elsewhere');

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

const EDITABLE = (turn: string, inner = 'Teh cat.') =>
	`<div id="field" contenteditable onfocus="${turn}">${inner}</div>`;
const BOX = (turn: string) => `<textarea id="field" onfocus="${turn}">Teh cat.</textarea>`;

/** What a page does once its field has the focus again. */
const TURNS = {
	'gives the focus to an editor': BOX('rich.focus()'),
	'gives it to another box, with a selection': BOX('other.select()'),
	'changes the text': BOX("this.value = 'A dog.'"),
	'gives the focus from an editor to a box': EDITABLE('other.select()'),
	'gives it to a box in the editor': EDITABLE(
		'setTimeout(() => within.select())',
		'Teh <input id="within" value="Part"> cat.',
	),
	'selects something beside the editor': EDITABLE(
		'setTimeout(() => getSelection().selectAllChildren(document.body.lastElementChild))',
	),
};

/** Opens a page whose field has the focus; its turn waits until the field has it again. */
const openField = (extension: Parameters<typeof openPage>[0], field: string) =>
	openPage(extension, {
		body: `${field}<div id="rich" contenteditable>Rich</div><textarea id="other">Other</textarea>
			<script>const { onfocus } = field; field.onfocus = null; field.focus();</script><p>Beside</p>`,
	});

const leaveField = (page: Page) => page.evaluate('field.blur(); field.onfocus = onfocus; undefined');

/** The texts of all fields; that of the turn's own change aside. */
const texts = (page: Page) =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('textarea, input, [contenteditable]')]
			.map((one) => ('value' in one ? one.value : one.textContent))
			.join('|'),
	);

test('case 335: where a page turns elsewhere as soon as its field has the focus again, nothing is written anywhere', async ({
	extension,
}) => {
	const options = await extension.open('options.html');
	for (const [turn, field] of Object.entries(TURNS)) {
		const page = await openField(extension, field);
		const marked = await options.evaluate(async (address) => {
			const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address);
			const target = { tabId: tab?.id ?? 0 };
			const [mark] = await chrome.scripting.executeScript({ target, files: ['/mark-field.js'] });
			await chrome.scripting.executeScript({ target, files: ['/write-field.js'] });
			return { target, mark: Object(mark?.result).marked as { token: string; text: string } };
		}, page.url());
		await leaveField(page);
		const before = await texts(page);
		const written = await options.evaluate(async ({ target, mark: { token, text: seen } }) => {
			const [done] = await chrome.scripting.executeScript({
				target,
				func: (writing: object) => Reflect.get(globalThis, Symbol.for('lockchat.write'))(writing),
				args: [{ token, seen, text: 'The cat.', how: 'replace' }],
			});
			return done?.result;
		}, marked);
		const after = turn === 'changes the text' ? before.replace('Teh cat.', 'A dog.') : before;
		expect([turn, written, await texts(page)]).toEqual([turn, 'changed', after]);
		await page.close();
	}
});

test('case 335: the user is told that the field has changed', async ({ extension, endpoint, server }) => {
	const model = server.script('elsewhere', [{ token: 'The cat.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await openField(extension, TURNS['gives the focus to an editor']);
	const { page: panel, ask, answers } = chatOn(await extension.open('sidepanel.html'));
	await ask('Correct it.');
	await expect(answers).toHaveText('The cat.');
	await panel.getByRole('article', { name: 'Lockchat' }).getByRole('button', { name: 'More' }).press('Enter');
	await panel.getByRole('menuitem', { name: 'Write into the page…' }).press('Enter');
	const dialog = panel.getByRole('dialog', { name: 'Write into the page' });
	await expect(dialog.locator('del')).toHaveText('Teh');
	await leaveField(page);
	await dialog.getByRole('button', { name: 'Replace' }).click();
	await expect(dialog.getByRole('alert')).toContainText('The field has changed');
	expect(await texts(page)).toBe('Teh cat.|Rich|Other');
});

/** How pages answer a paste, what their field has in the end, and what is told of it. `text` is what is pasted. */
const PASTES = {
	'stops it and does nothing': ['event.preventDefault()', 'Teh cat. The cat.', 'written'],
	'stops it and inserts it late': [
		"event.preventDefault(); setTimeout(() => document.execCommand('insertText', false, text), 600)",
		'Teh cat. The cat.',
		'written',
	],
	'lets it go on and inserts it nevertheless': [
		"setTimeout(() => document.execCommand('insertText', false, text), 20)",
		'Teh cat. The cat.',
		'written',
	],
	'inserts it twice': [
		"event.preventDefault(); document.execCommand('insertText', false, text + text)",
		'Teh cat. The cat. The cat.',
		'unlike',
	],
	'selects all of the field': ['getSelection().selectAllChildren(field)', 'Teh cat.', 'changed'],
	'empties the field': ['event.preventDefault(); field.textContent = text', 'The cat.', 'unlike'],
} as const;

test('case 341: whatever a page makes of a paste, an answer comes into its field once, or the user is told', async ({
	extension,
}) => {
	const options = await extension.open('options.html');
	for (const [name, [answer, after, told]] of Object.entries(PASTES)) {
		const page = await openPage(extension, {
			body: `<div id="field" contenteditable>Teh cat.</div><script>
				field.addEventListener('paste', (event) => {
					const text = event.clipboardData.getData('text/plain');
					${answer};
				});
				field.focus();
			</script>`,
		});
		const asked = { address: page.url(), text: 'The cat.', how: 'below' as const };
		const { written } = await writeInTab(options, asked);
		const text = await page.locator('#field').evaluate((field) => field.textContent ?? '');
		// Where lines begin within the field, there is no white space between the texts.
		const words = text.replaceAll('.', '. ').split(/\s+/).join(' ').trim();
		expect([name, written, words]).toEqual([name, told, after]);
		await page.close();
	}
});
