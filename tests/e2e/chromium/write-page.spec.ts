import { resolve } from 'node:path';
import type { Writing } from '../../../utils/page/field/write.ts';
import type { Fields } from '../../editors/fields.ts';
import { expectSound } from '../harness/axe.ts';
import { expect, test } from '../harness/chromium.ts';
import { startFieldsServer } from '../harness/fields-server.ts';
import { overflowAt } from '../harness/overflow-at.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { writeInTab } from '../harness/write-in-tab.ts';
import { chatOn } from './chat-page.ts';

declare const fields: Fields;

/** The words that are written. */
const TEXT = 'The <b>cat</b> sat. On the mat.';

const OUTPUT = resolve(import.meta.dirname, '../../../.output/write-page');

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

test('case 264: fields and editors of every kind take an answer as plain text, and their own undo takes it back', async ({
	extension,
}) => {
	const server = await startFieldsServer();
	try {
		const options = await extension.open('options.html');
		const page = await extension.context.newPage();
		await page.goto(server.url);
		await page.waitForFunction(() => 'fields' in globalThis);
		const names = await page.evaluate(() => fields.names());
		expect(names.length).toBeGreaterThanOrEqual(17);
		const text = 'The <b>cat</b> sat.\n\nOn the mat.';
		const words = (name: string) => page.evaluate((of) => fields.words(of), name);
		for (const name of names)
			for (const [how, after] of Object.entries({ replace: TEXT, below: `Teh cat sat. ${TEXT}` })) {
				await page.evaluate((of) => fields.focus(of), name);
				const asked = { address: server.url, text, how: how as Writing['how'] };
				expect([name, how, await writeInTab(options, asked)]).toEqual([
					name,
					how,
					{ written: 'written', seen: 'Teh cat sat.' },
				]);
				expect([name, how, await words(name)]).toEqual([name, how, after]);
				await page.keyboard.press('Control+z');
				await expect.poll(() => words(name), `${name}, ${how}`).toBe('Teh cat sat.');
			}
	} finally {
		await server.close();
	}
});

test('case 264: below what is selected in an editor, an answer stands right behind that', async ({
	extension,
}) => {
	const server = await startFieldsServer();
	try {
		const options = await extension.open('options.html');
		const page = await extension.context.newPage();
		await page.goto(server.url);
		await page.waitForFunction(() => 'fields' in globalThis);
		for (const name of ['editable', 'editable paragraphs', 'ProseMirror', 'Lexical', 'Quill', 'Draft']) {
			await page.evaluate((of) => fields.focus(of), name);
			await page.keyboard.press('Control+Home');
			for (const _ of 'Teh') await page.keyboard.press('Shift+ArrowRight');
			const asked = { address: server.url, text: 'The', how: 'below' as const };
			expect([name, await writeInTab(options, asked)]).toEqual([name, { written: 'written', seen: 'Teh' }]);
			expect([name, await page.evaluate((of) => fields.words(of), name)]).toEqual([name, 'Teh The cat sat.']);
		}
	} finally {
		await server.close();
	}
});

test('cases 263, 265 and 266: the field with the cursor is found; one that changes or goes before the click is not written into unseen', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('writes again', [{ token: 'The cat sat.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.context.newPage();
	await page.route('**/*', (route) =>
		route.fulfill({
			contentType: 'text/html; charset=utf-8',
			body: '<label>Note <textarea>Teh cat sat.</textarea></label><input type="password" value="secret">',
		}),
	);
	await page.goto('http://fields.test/');
	const note = page.getByRole('textbox', { name: 'Note' });
	await page.locator('input').focus();

	const panel = await extension.open('sidepanel.html');
	const { ask, answers } = chatOn(panel);
	await ask('Correct it.');
	await expect(answers).toHaveText('The cat sat.');
	await panel.getByRole('article', { name: 'Lockchat' }).getByRole('button', { name: 'More' }).focus();
	await panel.keyboard.press('Enter');
	await panel.getByRole('menuitem', { name: 'Write into the page…' }).focus();
	await panel.keyboard.press('Enter');
	const dialog = panel.getByRole('dialog', { name: 'Write into the page' });
	// The cursor is in a password, which is no field for answers.
	await expect(dialog.getByRole('alert')).toContainText('Click into the text field');
	await expect(dialog.getByRole('button', { name: 'Replace' })).toHaveCount(0);
	await note.focus();
	await dialog.getByRole('button', { name: 'Find the field' }).press('Enter');
	await expect(dialog).toContainText('Field “Note” · fields.test');
	await expect(dialog.locator('del')).toHaveText('Teh');
	await expect(dialog.locator('ins')).toHaveText('The');
	await expectSound(panel, 'what is written into a page');
	expect(await overflowAt(panel, 240)).toBe(0);

	await note.evaluate((box) => {
		(box as HTMLTextAreaElement).value = 'A dog.';
	});
	await dialog.getByRole('button', { name: 'Replace' }).click();
	await expect(dialog.getByRole('alert')).toContainText('The field has changed');
	await expect(dialog.locator('del').first()).toHaveText('A');
	await expect(note).toHaveValue('A dog.');
	await dialog.getByRole('button', { name: 'Insert below' }).press('Enter');
	await expect(note).toHaveValue('A dog.\n\nThe cat sat.');
	await expect(dialog).toHaveCount(0);
	await expect(panel.getByRole('textbox', { name: 'Message' })).toBeFocused();

	await panel.getByRole('article', { name: 'Lockchat' }).getByRole('button', { name: 'More' }).click();
	await panel.getByRole('menuitem', { name: 'Write into the page…' }).click();
	await expect(dialog.getByRole('button', { name: 'Replace' })).toBeEnabled();
	await page.reload();
	await dialog.getByRole('button', { name: 'Replace' }).click();
	await expect(dialog.getByRole('alert')).toContainText('no longer there');
	await expect(note).toHaveValue('Teh cat sat.');
});

test('case 339: of several editors in frames, the one is offered into which the user clicked, and none while the cursor is in no field', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('writes in a frame', [{ token: 'The cat sat.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.context.newPage();
	const frame = (text: string) => `<iframe srcdoc="<body contenteditable>${text}</body>"></iframe>`;
	await page.route('**/*', (route) =>
		route.fulfill({
			contentType: 'text/html; charset=utf-8',
			body: `<button>Send</button>${['One cat sat.', 'Teh cat sat.', 'More cats sat.'].map(frame).join('')}`,
		}),
	);
	await page.goto('http://frames.test/');
	await page.getByRole('button', { name: 'Send' }).focus();
	const panel = await extension.open('sidepanel.html');
	const { ask, answers } = chatOn(panel);
	await ask('Correct it.');
	await expect(answers).toHaveText('The cat sat.');
	await panel.getByRole('article', { name: 'Lockchat' }).getByRole('button', { name: 'More' }).press('Enter');
	await panel.getByRole('menuitem', { name: 'Write into the page…' }).press('Enter');
	const dialog = panel.getByRole('dialog', { name: 'Write into the page' });
	await expect(dialog.getByRole('alert')).toContainText('Click into the text field');
	const bodies = () =>
		Promise.all(
			page
				.frames()
				.slice(1)
				.map((one) => one.evaluate(() => document.body.textContent?.trim())),
		);
	await page.frameLocator('iframe >> nth=1').locator('body').click();
	await dialog.getByRole('button', { name: 'Find the field' }).press('Enter');
	await expect(dialog.locator('del')).toHaveText('Teh');
	await dialog.getByRole('button', { name: 'Replace' }).press('Enter');
	await expect(dialog).toHaveCount(0);
	expect(await bodies()).toEqual(['One cat sat.', 'The cat sat.', 'More cats sat.']);
});
