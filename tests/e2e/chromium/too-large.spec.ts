import { expect, test } from '../harness/chromium.ts';
import { openNotingChat } from './noting-chat.ts';

test('case 109: a question that no port can carry is refused with a sentence, once, and the window works on', async ({
	extension,
	endpoint,
	server,
}) => {
	const chat = await openNotingChat({ extension, endpoint, server });
	const { page, ask, questions, answers } = chat;
	await ask('With files?');
	await expect(answers).toHaveText('Noted.');
	// As an import may leave it: each file is as long as one may be, and together they exceed 64 MiB.
	await page.evaluate(async () => {
		const done = (request: IDBRequest) =>
			new Promise((resolve) => request.addEventListener('success', resolve));
		const [found] = await indexedDB.databases();
		const opening = indexedDB.open(found?.name ?? '');
		await done(opening);
		const database = opening.result;
		const writing = database.transaction('messages', 'readwrite');
		const written = new Promise((resolve) => writing.addEventListener('complete', resolve));
		const table = writing.objectStore('messages');
		const reading = table.getAll();
		await done(reading);
		const question = reading.result.find(({ role }) => role === 'user');
		const file = { type: 'file', name: 'large.txt', mime: 'text/plain', text: 'x'.repeat(8 * 1024 * 1024) };
		await done(table.put({ ...question, parts: [...Array(9).fill(file), ...question.parts] }));
		// A page that goes away before takes so long a write along.
		await written;
		database.close();
	});
	await page.reload();
	await expect(questions).toContainText('large.txt');

	await questions.getByRole('button', { name: 'Edit' }).click();
	await page.getByRole('textbox', { name: 'New version of the question' }).press('Enter');
	await expect(answers.getByRole('alert')).toContainText('This is too large to send');
	await expect(answers.getByRole('alert')).toHaveCount(1);
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await page.getByRole('button', { name: 'New chat' }).click();
	await ask('Still there?');
	await expect(answers).toHaveText('Noted.');
	await expect(questions).toHaveText('Still there?');
	expect(server.requests).toHaveLength(2);
});
