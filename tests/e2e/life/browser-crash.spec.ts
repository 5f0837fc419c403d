import { expect } from '@playwright/test';
import { askInPopup } from '../../life/ask-in-popup.ts';
import { startLife } from '../../life/start-life.ts';
import { untilAnswered } from '../../life/until-shown.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { test } from '../harness/server.ts';

test('case 63: a browser that is killed in the middle of an answer shows it interrupted, with what was saved, when it is back', async ({
	server,
	endpoint,
}) => {
	const life = await startLife(['only']);
	try {
		const { model, next } = createPacedModel(server, 'crashed', ['Saved', ' words', ' and on']);
		const driver = await life.driver('only');
		await askInPopup(driver, { endpoint, model, text: 'Will it be there?' });
		next(2);
		await expect.poll(() => driver.call('savedText')).toBe('Saved words');
		await life.crash();
		await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);

		const reborn = await life.driver('only');
		const id = await reborn.call('open', 'popup.html');
		await reborn.call('press', id, 'History');
		await reborn.call('press', id, 'Will it be there?');
		const { questions, answers } = await untilAnswered(reborn, id, 'Saved words');
		expect(questions).toEqual(['Will it be there?']);
		expect(answers).toEqual([
			{ text: expect.stringMatching(/^Saved words.*This answer was interrupted\./s), isBusy: false },
		]);

		server.script('crashed', [{ token: ', and the rest.' }, { done: true }]);
		await reborn.call('press', id, 'Continue');
		expect((await untilAnswered(reborn, id, 'Saved words, and the rest.')).answers).toHaveLength(1);
		expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(2);
	} finally {
		await life.close();
	}
});
