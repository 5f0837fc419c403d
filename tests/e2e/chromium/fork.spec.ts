import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test('case 168: a chat is forked from an answer with the keyboard, goes its own way, and leads back to its parent', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('fork', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, questions, log, composer } = chatOn(await extension.open('sidepanel.html'));
	for (const text of ['First?', 'Second?']) {
		await ask(text);
		await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
	}
	await answers.first().getByRole('button', { name: 'More' }).press('Enter');
	await expect(page.getByRole('menu')).toBeVisible();
	await page.keyboard.type('Fork');
	await expect(page.getByRole('menuitem', { name: 'Fork from here' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(questions).toHaveText(['First?']);
	await expect(composer).toBeFocused();
	await page.keyboard.type('Another second?');
	await page.keyboard.press('Enter');
	await expect(answers).toHaveCount(2);
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');

	await log.getByRole('button', { name: 'Forked from “First?”' }).click();
	await expect(questions).toHaveText(['First?', 'Second?']);
	await page.getByRole('button', { name: 'History' }).click();
	const rows = page.getByRole('dialog').getByRole('list', { name: 'Chats' }).getByRole('listitem');
	await expect(rows).toContainText(['Fork of First?', 'First?']);
});

test('case 169: an answer is regenerated with another model, chosen by its name', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('usual', [{ token: 'As usual.' }, { done: true }]);
	const other = server.script('other', [{ token: 'Otherwise.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model, other] }] });
	const { page, ask, answers, composer } = chatOn(await extension.open('sidepanel.html'));
	await ask('Why?');
	await expect(answers).toHaveText('As usual.');
	await answers.getByRole('button', { name: 'More' }).press('Enter');
	await page.getByRole('menuitem', { name: 'Regenerate with another model…' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'Regenerate with another model…' });
	await expect(dialog.getByRole('combobox')).toBeFocused();
	await page.keyboard.type('other');
	await page.keyboard.press('Enter');
	await expect(dialog).toHaveCount(0);
	await expect(answers).toContainText('Otherwise.');
	await expect(answers).toContainText('2 / 2');
	await expect(composer).toBeFocused();
	await expect(page.getByRole('combobox', { name: 'Model' }).locator('option:checked')).toHaveText(model);
});
