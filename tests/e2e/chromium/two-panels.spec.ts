import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { type ChatPage, chatOn } from './chat-page.ts';
import { openNotingChat } from './noting-chat.ts';

async function renameTo(page: Page, title: string): Promise<void> {
	await page.bringToFront();
	await page.getByRole('button', { name: 'History' }).click();
	const dialog = page.getByRole('dialog', { name: 'History' });
	for (const action of ['Rename', 'Pin']) {
		await dialog.getByRole('listitem').getByRole('button', { name: 'More' }).click();
		await page.getByRole('menuitem', { name: action, exact: true }).click();
		if (action === 'Pin') break;
		await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
		await page.keyboard.press('Enter');
		await expect(dialog.getByRole('listitem')).toContainText(title);
	}
	await expect(dialog.getByRole('listitem').getByRole('img', { name: 'Pinned' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(dialog).toHaveCount(0);
}

const modelIn = (page: Page) => page.getByRole('combobox', { name: 'Model' }).locator('option:checked');

async function asksIn({ page, ask, answers }: ChatPage, question: string, count: number): Promise<void> {
	await page.bringToFront();
	await ask(question);
	await expect(answers).toHaveCount(count);
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
}

test.describe('case 104: one chat in two panels', () => {
	for (const isFirst of [true, false]) {
		test(`is renamed, pinned and given another model in one, and asked in in the other: ${isFirst ? 'changed' : 'asked'} first`, async ({
			extension,
			endpoint,
			server,
		}) => {
			const model = server.script('noted', [{ token: 'Noted.' }, { done: true }]);
			const other = server.script('other', [{ token: 'Well.' }, { done: true }]);
			await extension.seed({ endpoints: [{ ...endpoint, models: [model, other] }] });
			const first = chatOn(await extension.open('sidepanel.html'));
			await asksIn(first, 'Hi?', 1);
			const second = chatOn(await extension.open('sidepanel.html'));
			await expect(second.answers).toHaveText('Noted.');
			const change = async () => {
				await renameTo(first.page, 'Renamed');
				await first.page.getByRole('combobox', { name: 'Model' }).selectOption({ label: other });
				await expect(modelIn(second.page)).toHaveText(other);
			};
			if (isFirst) await change();
			await asksIn(second, 'Mine?', 2);
			if (!isFirst) await change();

			for (const { page, questions } of [first, second]) {
				await page.bringToFront();
				await page.reload();
				await expect(questions).toHaveText(['Hi?', 'Mine?']);
				await expect(modelIn(page)).toHaveText(other);
				await page.getByRole('button', { name: 'History' }).click();
				const row = page.getByRole('dialog', { name: 'History' }).getByRole('listitem');
				await expect(row).toContainText('Renamed');
				await expect(row.getByRole('img', { name: 'Pinned' })).toBeVisible();
			}
			expect(server.requests.at(-1)?.model).toBe(isFirst ? other : model);
		});
	}

	test('is asked in while a question of it is edited in the other one: both are versions', async ({
		extension,
		endpoint,
		server,
	}) => {
		const first = await openNotingChat({ extension, endpoint, server });
		await asksIn(first, 'Hi?', 1);
		const second = chatOn(await extension.open('sidepanel.html'));
		await expect(second.answers).toHaveText('Noted.');
		await first.page.bringToFront();
		await first.questions.getByRole('button', { name: 'Edit' }).click();
		const box = first.page.getByRole('textbox', { name: 'New version of the question' });
		await box.fill('Edited?');
		await asksIn(second, 'Mine?', 2);
		await first.page.bringToFront();
		await box.press('Enter');
		await expect(first.questions).toHaveText(/Edited\?/);
		await expect(first.answers).toHaveAttribute('aria-busy', 'false');
		await first.page.reload();
		await first.questions.first().getByRole('button', { name: 'Previous version' }).click();
		await expect(first.questions).toHaveText([/Hi\?/, /Mine\?/]);
	});
});
