import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test('case 179: a slash offers prompts, chosen and filled in by keys alone', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('prompted', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const options = await extension.open('options.html');
	await options.getByRole('button', { name: 'Add prompt' }).focus();
	await options.keyboard.press('Enter');
	await options.keyboard.type('Haiku');
	await options.keyboard.press('Tab');
	await options.keyboard.type('Write a haiku about {subject}, in {number} lines.');
	await options.keyboard.press('Control+Enter');
	await expect(options.getByRole('button', { name: 'Edit Haiku' })).toBeVisible();
	await expect(options.getByRole('button', { name: 'Add prompt' })).toBeFocused();
	await options.getByRole('checkbox', { name: 'Fix grammar' }).uncheck();

	const page = await extension.open('sidepanel.html');
	const { answers, composer, questions } = chatOn(page);
	const list = page.getByRole('listbox', { name: 'Prompts' });
	const names = () =>
		list.getByRole('option').evaluateAll((all) => all.map((one) => one.firstElementChild?.textContent));
	const active = () =>
		composer.evaluate(
			(box) => document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent,
		);

	await composer.focus();
	await page.keyboard.type('/');
	await expect(list).toBeVisible();
	expect(await names()).toEqual(['Haiku', 'Explain', 'Summarize', 'Translate', 'Rewrite']);
	await expect(composer).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect.poll(active).toContain('Explain');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect.poll(active).toContain('Rewrite');
	await expect(list.getByRole('option', { selected: true })).toContainText('Rewrite');
	await page.keyboard.press('Escape');
	await expect(list).toHaveCount(0);
	await expect(composer).toHaveValue('/');

	await page.keyboard.press('Backspace');
	await page.keyboard.type('and/or /hai');
	await expect(list.getByRole('option')).toHaveCount(1);
	await page.keyboard.press('Enter');
	const form = page.getByRole('dialog', { name: 'Haiku' });
	await expect(form.getByRole('textbox', { name: 'subject' })).toBeFocused();
	await page.keyboard.type('rain');
	await page.keyboard.press('Enter');
	await page.keyboard.type('3');
	await page.keyboard.press('Enter');
	await expect(form).toHaveCount(0);
	await expect(composer).toBeFocused();
	await expect(composer).toHaveValue('and/or Write a haiku about rain, in 3 lines.');
	await expect(list).toHaveCount(0);
	await page.keyboard.press('Enter');
	await expect(questions).toHaveText('and/or Write a haiku about rain, in 3 lines.');
	await expect(answers).toHaveText('Noted.');

	// As the system prompt of a chat.
	await page.getByRole('button', { name: 'Customize chat' }).click();
	const sheet = page.getByRole('dialog', { name: 'This chat' });
	await sheet.getByRole('combobox', { name: 'Use one of your prompts' }).selectOption('Haiku');
	await expect(sheet.getByRole('textbox', { name: 'System prompt' })).toHaveValue(/^Write a haiku/);
});
