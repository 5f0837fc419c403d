import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

test.describe('case 165: a question typed while an answer runs', () => {
	test('waits above the composer, is taken back without overwriting, and goes out when the answer has ended, though the popup was closed', async ({
		extension,
		endpoint,
		server,
	}) => {
		const { model, next } = createPacedModel(server, 'waits', ['So', ' far']);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { page, ask, composer, answers } = chatOn(await extension.open('popup.html'));
		await ask('First?');
		next();
		await expect(answers).toHaveText('So');

		const waiting = page.getByRole('region', { name: 'Waiting questions' }).getByRole('listitem');
		await composer.click();
		await page.keyboard.type('Second?');
		await page.keyboard.press('Enter');
		await expect(waiting).toContainText(['Waiting: Second?']);
		await expect(composer).toHaveValue('');
		await expect(composer).toBeFocused();
		await expect(page.getByRole('status').first()).toContainText('Waiting: Second?');

		await page.keyboard.type('In the middle of a word');
		await waiting.getByRole('button', { name: 'Take back' }).press('Enter');
		await expect(waiting).toHaveCount(0);
		await expect(composer).toBeFocused();
		await expect(composer).toHaveValue('In the middle of a word\n\nSecond?');
		await page.getByRole('button', { name: 'Send after this answer' }).click();
		await expect(waiting).toContainText(['Waiting: In the middle of a word']);
		await page.keyboard.type('Third?');
		await page.keyboard.press('Enter');
		await expect(waiting).toHaveCount(2);

		await page.close();
		next(2);
		await server.waitForRequest((asked) => asked.messages.length === 3);
		const again = chatOn(await extension.open('popup.html'));
		await expect(again.questions).toHaveText([/First/, /In the middle of a word\s+Second\?/]);
		await expect(
			again.page.getByRole('region', { name: 'Waiting questions' }).getByRole('listitem'),
		).toContainText(['Waiting: Third?']);
		expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(2);
	});

	test('is held when Escape stops the answer, says so, and is sent by its button', async ({
		extension,
		endpoint,
		server,
	}) => {
		const { model, next } = createPacedModel(server, 'held', ['So', ' far']);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { page, ask, composer, answers, questions } = chatOn(await extension.open('sidepanel.html'));
		await ask('First?');
		next();
		await expect(answers).toHaveText('So');
		await composer.click();
		await page.keyboard.type('Second?');
		await page.keyboard.press('Enter');
		const waiting = page.getByRole('region', { name: 'Waiting questions' });
		await expect(waiting.getByRole('listitem')).toHaveCount(1);
		await page.keyboard.press('Escape');
		await expect(answers).toHaveAttribute('aria-busy', 'false');
		await expect(waiting).toContainText('Not sent, since the answer before was stopped or failed.');
		await expect(questions).toHaveCount(1);
		await waiting.getByRole('button', { name: 'Send now' }).press('Enter');
		await expect(questions).toHaveCount(2);
		await expect(waiting).toHaveCount(0);
		await expect(composer).toBeFocused();
		const { messages } = await server.waitForRequest((asked) => asked.messages.length === 3);
		expect(messages.map(({ content }) => content)).toEqual(['First?', 'So', 'Second?']);
	});
});
