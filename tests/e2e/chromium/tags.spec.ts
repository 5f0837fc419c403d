import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';
import { askAndWait, NOTED } from './focused.ts';

test.beforeEach(async ({ extension, endpoint, server }) => {
	const model = server.script('tags', NOTED);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
});

test('cases 171 and 172: chats are tagged, filtered, ticked, and deleted together with the keyboard alone', async ({
	extension,
}) => {
	const chat = chatOn(await extension.open('sidepanel.html'));
	const { page } = chat;
	for (const text of ['Apples', 'Bread', 'Cheese']) {
		await page.getByRole('button', { name: 'New chat' }).press('Enter');
		await askAndWait(chat, text);
	}
	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	const rows = dialog.getByRole('list', { name: 'Chats' }).getByRole('listitem');
	const more = rows.filter({ hasText: 'Bread' }).getByRole('button', { name: 'More' });
	await more.press('Enter');
	await expect(page.getByRole('menuitem').first()).toBeFocused();
	await page.keyboard.type('Tags');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Tags' })).toBeFocused();
	await page.keyboard.type('#food, daily');
	await page.keyboard.press('Enter');
	await expect(rows.filter({ hasText: 'Bread' })).toContainText('#food · #daily');
	await expect(more).toBeFocused();

	const filter = dialog.getByRole('list', { name: 'Filter by tag' });
	await filter.getByRole('button', { name: '#food' }).press('Enter');
	await expect(rows).toContainText(['Bread']);
	await expect(rows).toHaveCount(1);
	await expect(dialog.getByRole('searchbox')).toHaveValue('#food');
	await filter.getByRole('button', { name: '#food' }).press('Enter');
	await expect(rows).toHaveCount(3);
	await dialog.getByRole('searchbox').focus();
	await page.keyboard.type('#dai');
	await expect(rows).toHaveCount(1);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.press('Delete');

	await dialog.getByRole('button', { name: 'Select chats' }).press('Enter');
	const boxes = dialog.getByRole('checkbox');
	await boxes.first().focus();
	await page.keyboard.press('Space');
	await page.keyboard.press('Shift+ArrowDown');
	await expect(dialog).toContainText('2 chats selected');
	await expect(boxes.nth(1)).toBeFocused();
	await expect(boxes.nth(2)).not.toBeChecked();
	await dialog.getByRole('button', { name: 'Delete' }).press('Enter');
	await expect(boxes).toHaveCount(1);
	await expect(dialog.getByRole('region', { name: 'Undo' })).toContainText('2 chats deleted');
	await dialog.getByRole('button', { name: 'Undo' }).press('Enter');
	await expect(boxes).toHaveCount(3);
});
