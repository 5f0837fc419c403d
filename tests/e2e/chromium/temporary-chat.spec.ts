import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

test('case 170: a temporary chat says so, goes on while the popup is closed, is nowhere on the disk, and is gone with New chat', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'temporary', ['Half', ' a secret']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, answers, composer } = chatOn(await extension.open('popup.html'));
	await page.getByRole('button', { name: 'Temporary chat' }).press('Enter');
	await expect(page.getByRole('heading', { name: 'Temporary chat' })).toBeVisible();
	await expect(composer).toBeFocused();
	await page.keyboard.type('Between you and me?');
	await page.keyboard.press('Enter');
	next();
	await expect(answers).toHaveText('Half');
	await expect(page.getByRole('main').getByText('It isn’t saved')).toBeVisible();
	await page.close();
	next(2);

	const again = chatOn(await extension.open('popup.html'));
	await expect(again.answers).toContainText('Half a secret');
	await expect(again.answers).toHaveAttribute('aria-busy', 'false');
	await expect(again.page.getByRole('main').getByText('It isn’t saved')).toBeVisible();
	await expect(again.answers).not.toContainText('isn’t saved yet');
	const onDisk = await again.page.evaluate(async () => {
		const rows = await new Promise<unknown[]>((resolve, reject) => {
			const opening = indexedDB.open('lockchat');
			opening.onerror = reject;
			opening.onsuccess = () => {
				const database = opening.result;
				const names = [...database.objectStoreNames];
				const transaction = database.transaction(names);
				const reads = names.map((name) => transaction.objectStore(name).getAll());
				transaction.oncomplete = () => {
					database.close();
					resolve(reads.flatMap(({ result }) => result));
				};
			};
		});
		return JSON.stringify([rows, await chrome.storage.local.get(null), { ...localStorage }]);
	});
	expect(onDisk).not.toMatch(/secret|Between you/);

	await again.page.getByRole('button', { name: 'History' }).press('Enter');
	await expect(again.page.getByRole('dialog')).toContainText('The chats you have will be listed here.');
	await again.page.keyboard.press('Escape');
	await again.page.getByRole('button', { name: 'New chat' }).press('Enter');
	await expect(again.questions).toHaveCount(0);
	await expect(again.page.getByRole('heading', { name: 'What can I do for you?' })).toBeVisible();
	await expect
		.poll(() => again.page.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null))))
		.not.toMatch(/secret|Between you/);
});
