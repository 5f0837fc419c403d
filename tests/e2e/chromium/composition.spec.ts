import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { type InputMethod, inputMethodOf } from '../harness/input-method.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

/** Composes in a box that has the text “Before”, and cancels: nothing but the composition may end. */
async function cancelsIn(box: Locator, input: InputMethod, value: string): Promise<void> {
	await box.press('End');
	for (const isLate of [false, true]) {
		await input.compose('ni hao');
		await expect(box).toHaveValue(`${value}ni hao`);
		if (isLate) await input.cancel();
		await input.press('Escape');
		if (!isLate) await input.cancel();
		await expect(box).toHaveValue(value);
		await expect(box).toBeFocused();
	}
}

/** Composes, moves among the proposals and confirms one: it is entered, and nothing else happens. */
async function confirmsIn(box: Locator, input: InputMethod, value: string): Promise<void> {
	await box.press('End');
	await input.compose('ni hao');
	await input.press('Tab');
	await expect(box).toBeFocused();
	await input.press('Enter');
	await input.confirm('你好');
	await expect(box).toHaveValue(`${value}你好`);
	await input.press('Enter');
	await expect(box).toHaveValue(`${value}你好`);
	await expect(box).toBeFocused();
}

async function openHistory(page: Page): Promise<Locator> {
	await page.getByRole('button', { name: 'History' }).click();
	return page.getByRole('dialog', { name: 'History' });
}

test.describe('case 101: keys that an input method takes', () => {
	test.beforeEach(async ({ extension, endpoint, server }) => {
		const model = server.script('noted', [{ token: 'Noted.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	});

	test('neither end the edit of a question nor ask it', async ({ extension, server }) => {
		const { page, ask, questions, answers } = chatOn(await extension.open('popup.html'));
		await ask('Before');
		await expect(answers).toHaveText('Noted.');
		await questions.getByRole('button', { name: 'Edit' }).click();
		const box = page.getByRole('textbox', { name: 'New version of the question' });
		const input = await inputMethodOf(page);
		await cancelsIn(box, input, 'Before');
		await confirmsIn(box, input, 'Before');
		expect(server.requests).toHaveLength(1);
		await page.keyboard.press('Escape');
		await expect(box).toHaveCount(0);
	});

	test('end neither the search of the history, nor a renaming, nor the dialog around them', async ({
		extension,
	}) => {
		const { page, ask, answers } = chatOn(await extension.open('popup.html'));
		await ask('Before');
		await expect(answers).toHaveText('Noted.');
		const dialog = await openHistory(page);
		const input = await inputMethodOf(page);
		const search = dialog.getByRole('searchbox', { name: 'Search chats' });
		await search.fill('Bef');
		await cancelsIn(search, input, 'Bef');
		await confirmsIn(search, input, 'Bef');
		await search.fill('');

		await dialog.getByRole('listitem').getByRole('button', { name: 'More' }).click();
		await page.getByRole('menuitem', { name: 'Rename' }).click();
		const title = dialog.getByRole('textbox', { name: 'Title' });
		await cancelsIn(title, input, 'Before');
		await confirmsIn(title, input, 'Before');
		await page.keyboard.press('Escape');
		await expect(title).toHaveCount(0);
		await expect(dialog).toBeVisible();
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
	});

	test('neither send what stands in the composer nor stop an answer', async ({
		extension,
		endpoint,
		server,
	}) => {
		const { model, next } = createPacedModel(server, 'composed', ['So', ' far']);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { page, ask, composer, answers } = chatOn(await extension.open('popup.html'));
		await ask('Hi?');
		next();
		await expect(answers).toHaveText('So');
		await composer.fill('Before');
		const input = await inputMethodOf(page);
		await cancelsIn(composer, input, 'Before');
		await confirmsIn(composer, input, 'Before');
		await expect(answers).toHaveAttribute('aria-busy', 'true');
		next(2);
		await expect(answers).toHaveAttribute('aria-busy', 'false');
		await confirmsIn(composer, input, 'Before你好');
		expect(server.requests).toHaveLength(1);
	});

	test('neither save nor leave the fields of the settings', async ({ extension }) => {
		const page = await extension.open('options.html');
		const input = await inputMethodOf(page);
		const prompt = page.getByRole('textbox', { name: 'System prompt' });
		await prompt.fill('Before');
		await cancelsIn(prompt, input, 'Before');
		await confirmsIn(prompt, input, 'Before');
		await expect(page.getByRole('button', { name: 'Save' })).toBeEnabled();
	});
});
