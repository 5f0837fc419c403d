import { readFile } from 'node:fs/promises';
import { expect, test } from '../harness/chromium.ts';
import { refuseWrites } from '../harness/refuse-writes.ts';
import { chatOn } from './chat-page.ts';

const UNSAVED = 'This answer isn’t saved yet.';

test.beforeEach(async ({ extension, endpoint, server }) => {
	const model = server.script('noted', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
});

test('case 106: what the quota refused is saved with the next answer, though that is of another chat', async ({
	extension,
}) => {
	const { page, ask, answers, questions } = chatOn(await extension.open('sidepanel.html'));
	const newChat = page.getByRole('button', { name: 'New chat' });
	await ask('Stored');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await newChat.click();
	await refuseWrites(await extension.worker(), Number.POSITIVE_INFINITY);
	await ask('Refused');
	await expect(answers).toContainText(UNSAVED);
	await refuseWrites(await extension.worker(), 0);
	await newChat.click();
	await ask('Taken');
	await expect(answers).toHaveAttribute('aria-busy', 'false');
	await expect(answers).not.toContainText(UNSAVED);
	await expect
		.poll(() => page.evaluate(async () => Object.keys(await chrome.storage.session.get(null)).join()))
		.not.toContain('unsaved:');

	await extension.killWorker();
	await page.reload();
	for (const question of ['Stored', 'Refused', 'Taken']) {
		await page.getByRole('button', { name: 'History' }).click();
		await page.getByRole('dialog', { name: 'History' }).getByRole('button', { name: question }).click();
		await expect(questions).toHaveText(question);
		await expect(answers).toHaveText('Noted.');
	}
});

test('case 110: of a chat that the database refused a message is deleted for good, and the rest is exported', async ({
	extension,
}) => {
	const { page, ask, answers, questions } = chatOn(await extension.open('sidepanel.html'));
	await refuseWrites(await extension.worker(), Number.POSITIVE_INFINITY);
	await ask('To keep');
	await expect(answers).toContainText(UNSAVED);
	await ask('To delete');
	await expect(answers).toHaveCount(2);
	await expect(answers.last()).toContainText(UNSAVED);
	await questions.last().getByRole('button', { name: 'Delete' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
	await expect(questions).toHaveText('To keep');
	await expect(answers).toHaveCount(1);

	await page.getByRole('button', { name: 'History' }).click();
	const row = page.getByRole('dialog', { name: 'History' }).getByRole('listitem');
	await expect(row).toContainText('Not saved');
	await row.getByRole('button', { name: 'More' }).click();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('menuitem', { name: 'Export' }).click(),
	]);
	const { chats } = JSON.parse(await readFile(await download.path(), 'utf8'));
	const texts = chats[0].messages.flatMap((message: { parts: { text: string }[] }) =>
		message.parts.map(({ text }) => text),
	);
	expect(texts).toEqual(['To keep', 'Noted.']);

	await extension.killWorker();
	await page.reload();
	await expect(questions).toHaveText('To keep');
	await expect(answers).toHaveText('Noted.');
});
