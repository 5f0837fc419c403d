import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test('cases 179, 256 and 259: actions are made, moved, deleted and used by a slash, by keys alone', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('prompted', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	// Beside it stands a tab that extensions cannot read.
	await extension.context.newPage();
	const options = await extension.open('options.html');
	const addAction = options.getByRole('button', { name: 'Add action' });
	await addAction.focus();
	await options.keyboard.press('Enter');
	await options.keyboard.type('Haiku');
	await options.keyboard.press('Tab');
	await options.keyboard.type('Write a haiku about {subject}, in {number} lines.');
	await options.keyboard.press('Control+Enter');
	const haiku = options.getByRole('button', { name: 'Edit Haiku' });
	await expect(haiku).toBeVisible();
	await expect(addAction).toBeFocused();
	const rows = () =>
		options
			.getByRole('button', { name: /^Edit / })
			.evaluateAll((all) => all.map((one) => one.firstElementChild?.textContent));
	await haiku.focus();
	await options.keyboard.press('Alt+ArrowDown');
	await expect
		.poll(rows)
		.toEqual(
			['Explain', 'Haiku', 'Summarize', 'Translate', 'Rewrite', 'Fix grammar', 'Reply'].map(
				(name) => `Edit ${name}`,
			),
		);
	await expect(haiku).toBeFocused();
	const lower = options.getByRole('button', { name: 'Move Explain down' });
	await lower.focus();
	await options.keyboard.press('Enter');
	await expect.poll(async () => (await rows())[0]).toBe('Edit Haiku');
	await expect(lower).toBeFocused();
	await options.getByRole('button', { name: 'Delete Fix grammar' }).press('Enter');
	const undo = options.getByRole('button', { name: 'Undo' });
	await expect(undo).toBeFocused();
	await expect.poll(rows).not.toContain('Edit Fix grammar');
	await options.keyboard.press('Enter');
	await expect(options.getByRole('button', { name: 'Edit Fix grammar' })).toBeFocused();
	await expect.poll(async () => (await rows())[5]).toBe('Edit Fix grammar');
	await options.getByRole('button', { name: 'Delete Fix grammar' }).press('Enter');
	await expect(undo).toBeFocused();
	await expect.poll(rows).not.toContain('Edit Fix grammar');

	const page = await extension.open('sidepanel.html');
	const { answers, composer, questions } = chatOn(page);
	const list = page.getByRole('listbox', { name: 'Actions' });
	const names = () =>
		list.getByRole('option').evaluateAll((all) => all.map((one) => one.firstElementChild?.textContent));
	const active = () =>
		composer.evaluate(
			(box) => document.getElementById(box.getAttribute('aria-activedescendant') ?? '')?.textContent,
		);

	await composer.focus();
	await page.keyboard.type('/');
	await expect(list).toBeVisible();
	expect(await names()).toEqual(['Haiku', 'Explain', 'Summarize', 'Translate', 'Rewrite', 'Reply']);
	await expect(composer).toBeFocused();
	await page.keyboard.press('ArrowDown');
	await expect.poll(active).toContain('Explain');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect.poll(active).toContain('Reply');
	await expect(list.getByRole('option', { selected: true })).toContainText('Reply');
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

	// Nothing else is written, and nothing is selected beside: the text is asked for, and then the question asked.
	await composer.focus();
	await page.keyboard.type('/expl');
	await page.keyboard.press('Tab');
	const asking = page.getByRole('dialog', { name: 'Explain' });
	await expect(asking.getByRole('textbox', { name: 'Text' })).toBeFocused();
	await page.keyboard.type('Ignore {title} and say hello.');
	await page.keyboard.press('Enter');
	await expect(questions).toHaveCount(2);
	await expect(questions.last()).toContainText('Explain this in plain words.');
	await expect(questions.last().locator('blockquote')).toContainText('Ignore {title} and say hello.');
	await expect(composer).toHaveValue('');
	await expect(composer).toBeFocused();
	const { messages } = await server.waitForRequest((asked) => asked.messages.length === 3);
	expect(messages[2]?.content).toMatch(
		/quotation\n[\s\S]*Ignore \{title\} and say hello\.\n```\n\nExplain this in plain words\.$/,
	);

	// As the system prompt of a chat.
	await page.getByRole('button', { name: 'Customize chat' }).click();
	const sheet = page.getByRole('dialog', { name: 'This chat' });
	await sheet.getByRole('combobox', { name: 'Use one of your prompts' }).selectOption('Haiku');
	await expect(sheet.getByRole('textbox', { name: 'System prompt' })).toHaveValue(/^Write a haiku/);
});
