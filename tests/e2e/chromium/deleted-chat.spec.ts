import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { refuseWrites } from '../harness/refuse-writes.ts';
import { chatOn } from './chat-page.ts';

/** No window lets a question be deleted while its answer runs; for that see the unit tests of the runs. */
test.describe('case 105: a chat is deleted in the middle of an answer', () => {
	for (const isRefused of [false, true]) {
		test(`and does not come back when the background starts anew: the database ${isRefused ? 'had refused it' : 'had it'}`, async ({
			extension,
			endpoint,
			server,
		}) => {
			const { model, next } = createPacedModel(server, 'deleted', ['Half', ' of it', ' and on']);
			await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
			const { page, ask, questions, answers } = chatOn(await extension.open('sidepanel.html'));
			if (isRefused) await refuseWrites(await extension.worker(), Number.POSITIVE_INFINITY);
			await ask('Delete me');
			next();
			await expect(answers).toContainText('Half');
			await page.getByRole('button', { name: 'History' }).click();
			const dialog = page.getByRole('dialog', { name: 'History' });
			const row = dialog.getByRole('listitem');
			await expect(row).toContainText('Delete me');
			await row.getByRole('button', { name: 'More' }).click();
			await page.getByRole('menuitem', { name: 'Delete' }).click();
			// What the database has refused could not be brought back, so that is asked about.
			if (isRefused) await page.getByRole('dialog').last().getByRole('button', { name: 'Delete' }).click();
			await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
			await expect(row).toHaveCount(0);

			for (let restart = 0; restart < 2; restart += 1) {
				await extension.killWorker();
				await page.reload();
				await expect(page.getByRole('combobox', { name: 'Model' })).toBeVisible();
				await page.getByRole('button', { name: 'History' }).click();
				await expect(dialog).toContainText('The chats you have will be listed here.');
				await expect(questions).toHaveCount(0);
			}
			expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
		});
	}
});
