import type { Page } from '@playwright/test';
import { chatOn } from '../chromium/chat-page.ts';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { readSavedText } from '../harness/saved-text.ts';

/**
 * Keeps the messages in the database from being written: a transaction of this page's holds them until the page is
 * closed.
 */
async function holdMessages(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const [info] = await indexedDB.databases();
		const opening = indexedDB.open(info?.name ?? '');
		await new Promise((resolve) => opening.addEventListener('success', resolve));
		const messages = opening.result.transaction('messages', 'readwrite').objectStore('messages');
		await new Promise<void>((resolve) => {
			// A transaction lives for as long as there is one more request.
			const goOn = () => {
				resolve();
				messages.count().addEventListener('success', goOn);
			};
			messages.count().addEventListener('success', goOn);
		});
	});
}

test('case 54: a background killed after the answer’s end but before it is saved leaves it interrupted, and nothing is doubled', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'unsaved end', ['All', ' of it.']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers, questions } = chatOn(await extension.open('sidepanel.html'));
	await ask('Is this all?');
	next(2);
	await expect.poll(() => readSavedText(page)).toBe('All of it.');
	const holder = await extension.open('options.html');
	await holdMessages(holder);
	await page.bringToFront();

	next();
	await server.waitForRequest((asked) => asked.model === model && asked.endedAt !== null);
	await expect(answers).toHaveText('All of it.');
	await expect(answers).toHaveAttribute('aria-busy', 'true');
	await extension.killWorker();
	await holder.close();

	await expect(answers.getByRole('alert')).toContainText('This answer was interrupted.');
	await expect(answers).toHaveCount(1);
	await expect(answers).toContainText('All of it.');
	await expect(questions).toHaveText('Is this all?');
	server.script('unsaved end', [{ token: 'It is.' }, { done: true }]);
	await ask('And now?');
	await expect(answers.last()).toHaveText('It is.');
	await page.reload();
	await expect(questions).toHaveText(['Is this all?', 'And now?']);
	await expect(answers).toHaveCount(2);
	await expect(answers.first()).toContainText('All of it.');
	await expect(answers.last()).toHaveText('It is.');
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(2);
});
