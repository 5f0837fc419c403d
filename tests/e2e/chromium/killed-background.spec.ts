import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { readSavedText } from '../harness/saved-text.ts';
import { chatOn } from './chat-page.ts';

test('case 54: a window whose background is killed says so by itself, and shows what was saved', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'killed', ['Saved', ' words', ' and on']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, questions, send } = chatOn(await extension.open('sidepanel.html'));
	await ask('Will you live?');
	next(2);
	await expect(answers).toHaveText('Saved words');
	await expect.poll(() => readSavedText(page)).toBe('Saved words');

	await extension.killWorker();
	const alert = answers.getByRole('alert');
	await expect(alert).toContainText('This answer was interrupted.');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await expect(answers).toContainText('Saved words');
	await expect(alert.getByRole('button', { name: 'Continue' })).toBeVisible();
	await expect(alert.getByRole('button', { name: 'Retry' })).toBeVisible();
	await expect(send).toBeVisible();
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);

	await page.reload();
	await expect(answers).toContainText('Saved words');
	await expect(alert).toContainText('This answer was interrupted.');
	await expect(questions).toHaveText('Will you live?');
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('case 54: after a kill Continue goes on from what was saved, and the next question is answered', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'continued', ['The first half', ' and more']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, questions } = chatOn(await extension.open('popup.html'));
	await ask('Both halves?');
	next();
	await expect.poll(() => readSavedText(page)).toBe('The first half');
	await extension.killWorker();

	server.script('continued', [{ token: ', and the second.' }, { done: true }]);
	await answers.getByRole('button', { name: 'Continue' }).click();
	await expect(answers).toHaveText('The first half, and the second.');
	await expect(answers).toHaveAttribute('aria-busy', 'false');

	server.script('continued', [{ token: 'Yes.' }, { done: true }]);
	await ask('And then?');
	await expect(answers).toHaveText(['The first half, and the second.', 'Yes.']);
	await expect(questions).toHaveText(['Both halves?', 'And then?']);
});

test('case 54: a background killed before the first byte leaves the question, and Retry answers it', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model } = createPacedModel(server, 'silent', ['Never']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { ask, answers, questions } = chatOn(await extension.open('popup.html'));
	await ask('Are you there?');
	await server.waitForRequest((asked) => asked.model === model);
	await extension.killWorker();
	const alert = answers.getByRole('alert');
	await expect(alert).toContainText('This answer was interrupted.');

	server.script('silent', [{ token: 'I am.' }, { done: true }]);
	await alert.getByRole('button', { name: 'Retry' }).click();
	await expect(answers).toHaveText(/^I am\./);
	await expect(questions).toHaveText('Are you there?');
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(2);
});

test('a killed background takes nothing from an answer that was over', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('over', [{ token: 'All said.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers } = chatOn(await extension.open('popup.html'));
	await ask('Said it all?');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await extension.killWorker();
	await page.reload();
	await expect(answers).toHaveText('All said.');
	await expect(answers.getByRole('alert')).toHaveCount(0);
});
