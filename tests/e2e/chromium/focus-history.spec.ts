import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';
import { askAndWait, NOTED } from './focused.ts';

test('a chat is renamed, pinned, exported and deleted with the keyboard alone', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('focus of history', NOTED);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('popup.html'));
	const { page, composer } = chat;
	for (const text of ['Apples', 'Bread', 'Cheese']) {
		await page.getByRole('button', { name: 'New chat' }).press('Enter');
		await expect(composer).toBeFocused();
		await askAndWait(chat, text);
	}
	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	const rows = dialog.getByRole('list', { name: 'Chats' }).getByRole('listitem');
	const more = (title: string) => rows.filter({ hasText: title }).getByRole('button', { name: 'More' });
	/** Opens the row's menu and takes the item that begins with these letters. */
	const choose = async (title: string, item: string) => {
		await more(title).press('Enter');
		await expect(page.getByRole('menuitem').first()).toBeFocused();
		await page.keyboard.type(item);
		await expect(page.getByRole('menuitem', { name: item })).toBeFocused();
		await page.keyboard.press('Enter');
	};
	await expect(rows).toHaveCount(3);

	await choose('Bread', 'Rename');
	await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
	await page.keyboard.type('Butter');
	await page.keyboard.press('Enter');
	await expect(rows).toContainText(['Cheese', 'Butter', 'Apples']);
	await expect(more('Butter')).toBeFocused();

	await choose('Butter', 'Rename');
	await page.keyboard.type('Nothing');
	await page.keyboard.press('Escape');
	await expect(rows).toContainText(['Cheese', 'Butter', 'Apples']);
	await expect(more('Butter')).toBeFocused();

	await choose('Butter', 'Pin');
	await expect(rows).toContainText(['Butter', 'Cheese', 'Apples']);
	await expect(more('Butter')).toBeFocused();

	const downloading = page.waitForEvent('download');
	await choose('Butter', 'Export');
	await downloading;
	await expect(more('Butter')).toBeFocused();

	for (const [title, then] of [
		['Butter', 'Cheese'],
		['Apples', 'Cheese'],
	] as const) {
		await choose(title, 'Delete');
		await expect(rows.filter({ hasText: title })).toHaveCount(0);
		await expect(more(then)).toBeFocused();
	}
	await choose('Cheese', 'Delete');
	await expect(rows).toHaveCount(0);
	await expect(dialog.getByRole('searchbox')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
	await expect(page.getByRole('button', { name: 'History' })).toBeFocused();
});
