import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test('a question is edited, an answer made anew, and each version can be gone back to', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('versions', [{ token: 'First.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, questions, page } = chatOn(await extension.open('sidepanel.html'));
	await ask('How are you');
	await expect(answers).toContainText('First.');

	server.script('versions', [{ token: 'Second.' }, { done: true }]);
	await answers.getByRole('button', { name: 'Regenerate' }).click();
	await expect(answers).toContainText('Second.');
	await answers.getByRole('button', { name: 'Previous version' }).click();
	await expect(answers).toContainText('First.');
	await answers.getByRole('button', { name: 'Next version' }).click();
	await expect(answers).toContainText('Second.');

	server.script('versions', [{ token: 'Third.' }, { done: true }]);
	await questions.hover();
	await questions.getByRole('button', { name: 'Edit' }).click();
	await page.getByRole('textbox', { name: 'New version of the question' }).fill('Who are you?');
	await page.getByRole('button', { name: 'Ask', exact: true }).click();
	await expect(answers).toHaveText('Third.');
	await expect(questions).toContainText('Who are you?');
	await questions.getByRole('button', { name: 'Previous version' }).click();
	await expect(questions).toContainText('How are you');
	await expect(answers).toContainText('Second.');
	expect(server.requests.at(-1)?.messages).toEqual([{ role: 'user', content: 'Who are you?' }]);
});

test('a deleted answer is gone from the window and from what the server is told', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('deletions', [{ token: 'A secret.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, questions } = chatOn(await extension.open('sidepanel.html'));
	await ask('Tell me');
	await answers.getByRole('button', { name: 'Delete' }).click();
	await expect(answers).toHaveCount(0);
	await expect(questions).toHaveText('Tell me');
	await ask('Forget it');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	expect(JSON.stringify(server.requests.at(-1)?.messages)).not.toContain('A secret.');
});
