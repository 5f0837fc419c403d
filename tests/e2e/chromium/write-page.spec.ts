import { resolve } from 'node:path';
import type { Fields } from '../../editors/fields.ts';
import { expectSound } from '../harness/axe.ts';
import { expect, test } from '../harness/chromium.ts';
import { startFieldsServer } from '../harness/fields-server.ts';
import { overflowAt } from '../harness/overflow-at.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { writeInTab } from '../harness/write-in-tab.ts';
import { chatOn } from './chat-page.ts';

declare const fields: Fields;

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
		const names = await page.evaluate(() => fields.names());
		expect(names.length).toBeGreaterThanOrEqual(13);
		const words = (name: string) => page.evaluate((of) => fields.words(of), name);
		for (const name of names) {
			await page.evaluate((of) => fields.focus(of), name);
			const text = 'The <b>cat</b> sat.\n\nOn the mat.';
			const asked = { address: server.url, text, how: 'replace' as const };
			expect([name, await options.evaluate(writeInTab, asked)]).toEqual([
				name,
				{ written: 'written', seen: 'Teh cat sat.' },
			]);
			expect([name, await words(name)]).toEqual([name, 'The <b>cat</b> sat. On the mat.']);
			await page.keyboard.press('Control+z');
			await expect.poll(() => words(name), name).toBe('Teh cat sat.');
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
