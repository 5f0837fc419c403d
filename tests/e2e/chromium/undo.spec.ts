import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test.beforeEach(async ({ extension, endpoint, server }) => {
	const model = server.script('undo', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
});

test('case 166: a chat that is deleted is gone from every window, and Undo brings it back by the keyboard', async ({
	extension,
}) => {
	const { page, ask, answers, questions } = chatOn(await extension.open('sidepanel.html'));
	await ask('Keep me');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	const other = chatOn(await extension.open('popup.html'));
	await expect(other.answers).toHaveText('Noted.');

	await page.bringToFront();
	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	const rows = dialog.getByRole('list', { name: 'Chats' }).getByRole('listitem');
	await rows.getByRole('button', { name: 'More' }).press('Enter');
	await page.keyboard.type('Delete');
	await page.keyboard.press('Enter');
	await expect(rows).toHaveCount(0);
	await expect(other.questions).toHaveCount(0);
	await expect(dialog.getByRole('region', { name: 'Undo' })).toContainText('Chat deleted');
	await expect(dialog.getByRole('searchbox')).toBeFocused();
	await page.keyboard.press('Tab');
	await expect(dialog.getByRole('button', { name: 'Undo' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(rows).toContainText(['Keep me']);
	await expect(dialog.getByRole('button', { name: 'Undo' })).toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(questions).toHaveText('Keep me');
	await expect(answers).toHaveText('Noted.');
});

test('case 166: a chat that another window deletes while its menu is open leaves the focus in the search', async ({
	extension,
}) => {
	const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
	await ask('Delete me');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	const rows = dialog.getByRole('list', { name: 'Chats' }).getByRole('listitem');
	await rows.getByRole('button', { name: 'More' }).press('Enter');
	await expect(page.getByRole('menuitem').first()).toBeFocused();

	const other = chatOn(await extension.open('popup.html'));
	await other.page.getByRole('button', { name: 'History' }).click();
	const row = other.page.getByRole('dialog').getByRole('list', { name: 'Chats' }).getByRole('listitem');
	await row.getByRole('button', { name: 'More' }).click();
	await other.page.getByRole('menuitem', { name: 'Delete' }).click();

	await page.bringToFront();
	await expect(rows).toHaveCount(0);
	await expect(dialog.getByRole('searchbox')).toBeFocused();
});

test('case 166: the only question of a chat takes the chat along, which is gone for good when the window closes', async ({
	extension,
}) => {
	const { page, ask, answers, questions } = chatOn(await extension.open('sidepanel.html'));
	await ask('Forget me');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await questions.getByRole('button', { name: 'Delete' }).press('Enter');
	await page.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).press('Enter');
	await expect(questions).toHaveCount(0);
	await expect(page.getByRole('region', { name: 'Undo' })).toContainText('Chat deleted');
	await page.close();

	const again = await extension.open('sidepanel.html');
	await again.getByRole('button', { name: 'History' }).click();
	await expect(again.getByRole('dialog')).toContainText('The chats you have will be listed here.');
	await expect
		.poll(() =>
			again.evaluate(
				() =>
					new Promise((resolve, reject) => {
						const opening = indexedDB.open('lockchat');
						opening.onerror = reject;
						opening.onsuccess = () => {
							const counting = opening.result.transaction('messages').objectStore('messages').count();
							counting.onsuccess = () => {
								opening.result.close();
								resolve(counting.result);
							};
						};
					}),
			),
		)
		.toBe(0);
});

test('case 167: an answer is deleted alone, what follows stays, and Undo puts it back', async ({
	extension,
	server,
}) => {
	const { page, ask, answers, questions } = chatOn(await extension.open('sidepanel.html'));
	for (const text of ['First?', 'Second?']) {
		await ask(text);
		await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
	}
	await answers.first().getByRole('button', { name: 'Delete' }).press('Enter');
	await page.getByRole('dialog').getByRole('button', { name: 'Only this answer' }).press('Enter');
	await expect(answers).toHaveCount(1);
	await expect(questions).toHaveCount(2);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(answers).toHaveCount(2);
	await ask('Third?');
	const { messages } = await server.waitForRequest((asked) => asked.messages.length === 5);
	expect(messages.map(({ content }) => content)).toEqual(['First?', 'Noted.', 'Second?', 'Noted.', 'Third?']);
});
