import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

test('a reloaded window shows the same chat, finished answer and all', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('reloaded', [{ token: 'I **stay**.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, questions, page } = chatOn(await extension.open('sidepanel.html'));
	await ask('Do you stay?');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await page.reload();
	await expect(questions).toHaveText('Do you stay?');
	await expect(answers).toHaveText('I stay.');
	await expect(answers.locator('strong')).toHaveText('stay');
});

test('a window that is reloaded in the middle of an answer goes on showing it', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'reloaded in the middle', ['One', ' two', ' three']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, page } = chatOn(await extension.open('sidepanel.html'));
	await ask('Count.');
	next();
	await expect(answers).toHaveText('One');
	await page.reload();
	await expect(answers).toHaveText('One');
	next(3);
	await expect(answers).toHaveText('One two three');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('each chat keeps its own unsent question, also through a reload and in another window', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const chat = chatOn(await extension.open('sidepanel.html'));
	await chat.ask('The first chat');
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
	await chat.composer.fill('Unsent in the first');
	await chat.page.getByRole('button', { name: 'New chat' }).click();
	await expect(chat.composer).toHaveValue('');
	await chat.composer.fill('Unsent\nin the new one');

	await chat.page.reload();
	await expect(chat.composer).toHaveValue('Unsent\nin the new one');
	await chat.page.close();
	const popup = chatOn(await extension.open('popup.html'));
	await expect(popup.composer).toHaveValue('Unsent\nin the new one');
	await popup.page.getByRole('button', { name: 'History' }).click();
	await popup.page.getByRole('button', { name: /The first chat/ }).click();
	await expect(popup.composer).toHaveValue('Unsent in the first');
});
