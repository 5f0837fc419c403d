import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

/** Tabs all around the page; the names of what had the focus, in order. */
async function tabAround(page: Page): Promise<string[]> {
	const names: string[] = [];
	for (;;) {
		await page.keyboard.press('Tab');
		const reached = await page.evaluate(() => {
			const element = document.activeElement;
			// Behind the last element the focus leaves the page, and comes back at the page's first one.
			if (!element || element === document.body) return { name: null, isNew: true };
			const isNew = !element.hasAttribute('data-reached');
			element.setAttribute('data-reached', '');
			return { name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '', isNew };
		});
		if (!reached.isNew) return names;
		if (reached.name !== null) names.push(reached.name);
	}
}

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`${name} opens with the cursor in the composer`, async ({ extension, endpoint }) => {
		await extension.seed({ endpoints: [endpoint] });
		const { composer } = chatOn(await extension.open(name));
		await expect(composer).toBeFocused();
	});
}

test('Enter sends, Shift+Enter breaks the line, Escape stops, and the cursor stays where it was', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'keys', ['So', ' far']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, composer, questions, answers } = chatOn(await extension.open('popup.html'));
	await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible();
	await page.keyboard.type('One line');
	await page.keyboard.press('Shift+Enter');
	await page.keyboard.type('and another');
	await expect(composer).toHaveValue('One line\nand another');
	await page.keyboard.press('Enter');
	const request = await server.waitForRequest((asked) => asked.model === model);
	expect(request.messages).toEqual([{ role: 'user', content: 'One line\nand another' }]);
	expect(await questions.textContent()).toContain('One line\nand another');
	await expect(composer).toHaveValue('');
	await expect(composer).toBeFocused();
	next();
	await expect(answers).toHaveText('So');

	await page.keyboard.type('Typed meanwhile');
	await page.keyboard.press('Escape');
	await expect(composer).toHaveValue('Typed meanwhile');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await expect(composer).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(questions).toHaveCount(2);
});

test('Enter with nothing but blanks asks nothing', async ({ extension, endpoint }) => {
	await extension.seed({ endpoints: [endpoint] });
	const { page, composer, questions, send } = chatOn(await extension.open('popup.html'));
	await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible();
	await composer.fill('  \n ');
	await composer.press('Enter');
	await expect(send).toBeDisabled();
	await expect(questions).toHaveCount(0);
});

test('Tab reaches every button of a chat', async ({ extension, endpoint, server }) => {
	const model = server.script('tabbing', [
		{ token: 'See [here](https://example.com/).\n\n```js\nconst a = 1;\n```\n' },
		{ done: true },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, composer } = chatOn(await extension.open('popup.html'));
	await ask('Show me.');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await composer.fill('Something to send');
	const buttons = await page
		.getByRole('button')
		.evaluateAll((all) =>
			all.map((button) => button.getAttribute('aria-label') ?? button.textContent?.trim() ?? ''),
		);
	const reached = await tabAround(page);
	for (const name of [...buttons, 'Model', 'Message', 'here']) {
		expect(
			reached.some((candidate) => candidate.includes(name)),
			`${name} in ${reached}`,
		).toBe(true);
	}
	expect(buttons).toEqual(
		expect.arrayContaining([
			'New chat',
			'History',
			'Open side panel',
			'Settings',
			'Copy',
			'Edit',
			'Regenerate',
			'Delete',
			'Send',
		]),
	);
	expect(reached.length).toBeGreaterThanOrEqual(buttons.length);
});

test('the history is opened, searched, and left with the keyboard alone', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('keyed', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, answers, composer, questions } = chatOn(await extension.open('popup.html'));
	await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible();
	await page.keyboard.type('By hand');
	await page.keyboard.press('Enter');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await page.getByRole('button', { name: 'New chat' }).press('Enter');
	await expect(composer).toBeFocused();
	await page.getByRole('button', { name: 'History' }).press('Enter');
	const dialog = page.getByRole('dialog', { name: 'History' });
	await expect(dialog.getByRole('listitem')).toHaveCount(1);
	await dialog.getByRole('searchbox').focus();
	await page.keyboard.type('hand');
	await page.keyboard.press('Tab');
	await expect(dialog.getByRole('button', { name: /By hand/ })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(questions).toHaveText('By hand');
	await expect(composer).toBeFocused();
});
