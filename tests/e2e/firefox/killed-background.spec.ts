import { byRole } from '../harness/by-role.ts';
import { expect, test } from '../harness/firefox.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { ask, readChat } from '../harness/read-chat.ts';
import { readSavedText } from '../harness/saved-text.ts';

test('case 54: a terminated background leaves what was saved, marked as interrupted, and the next question works', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'firefox-killed', ['Saved', ' words', ' and on']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('sidepanel.html');
	await ask(page, 'Will you live?');
	next(2);
	await expect.poll(() => readChat(page)).toMatchObject({ answers: ['Saved words'], isBusy: true });
	await expect.poll(() => readSavedText(page)).toBe('Saved words');

	await extension.terminateBackground();
	await expect
		.poll(() => readChat(page))
		.toMatchObject({
			questions: ['Will you live?'],
			answers: [expect.stringMatching(/^Saved words.*This answer was interrupted\./s)],
			isBusy: false,
			buttons: expect.arrayContaining(['Continue', 'Retry']),
		});
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);

	server.script('firefox-killed', [{ token: ', all of them.' }, { done: true }]);
	await page.locator(byRole('button', 'Continue')).click();
	await expect
		.poll(() => readChat(page))
		.toMatchObject({ answers: ['Saved words, all of them.'], isBusy: false });
	server.script('firefox-killed', [{ token: 'Yes.' }, { done: true }]);
	await ask(page, 'And now?');
	await expect
		.poll(() => readChat(page))
		.toMatchObject({
			questions: ['Will you live?', 'And now?'],
			answers: ['Saved words, all of them.', 'Yes.'],
			isBusy: false,
		});
});
