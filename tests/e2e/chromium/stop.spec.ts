import type { ChromiumExtension } from '../harness/chromium.ts';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { type ChatPage, chatOn } from './chat-page.ts';

const WAYS: { by: string; stop: (chat: ChatPage) => Promise<void> }[] = [
	{ by: 'the button Stop', stop: ({ stop }) => stop.click() },
	{ by: 'Escape', stop: ({ composer }) => composer.press('Escape') },
];

async function askOn(extension: ChromiumExtension): Promise<ChatPage> {
	const chat = chatOn(await extension.open('sidepanel.html'));
	await chat.ask('Go on for ever.');
	return chat;
}

for (const { by, stop } of WAYS) {
	test(`case 58: ${by} aborts the request while the server has more to send, and what had come stays`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const { model, next } = createPacedModel(server, `stopped by ${by}`, ['So far', ' and on']);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const chat = await askOn(extension);
		next();
		await expect(chat.answers).toHaveText('So far');

		await stop(chat);
		await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
		await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
		await expect(chat.answers).toContainText('So far');
		await expect(chat.answers).toContainText('You stopped this answer.');
		await expect(chat.composer).toBeFocused();
		await chat.composer.fill('Something else');
		await expect(chat.send).toBeEnabled();
	});
}

test('case 58: an answer can be stopped before its first token', async ({ extension, endpoint, server }) => {
	const { model } = createPacedModel(server, 'stopped at once', ['Never said']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = await askOn(extension);
	await server.waitForRequest((asked) => asked.model === model);
	await chat.stop.click();
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
	await expect(chat.answers).toContainText('You stopped this answer.');
	await expect(chat.answers.getByRole('button', { name: 'Retry' })).toBeVisible();
});

test('case 58: Stop does not hang when the background has died', async ({ extension, endpoint, server }) => {
	const { model, next } = createPacedModel(server, 'stopped dead', ['So far', ' and on']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = await askOn(extension);
	next();
	await expect(chat.answers).toHaveText('So far');
	await Promise.all([extension.killWorker(), chat.composer.press('Escape')]);
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
	await expect(chat.stop).toHaveCount(0);
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});
