import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { LockchatServer } from '../../lockchat-server/types.ts';
import { addEndpoint } from '../harness/add-endpoint.ts';
import { expect, test } from '../harness/chromium.ts';
import { readDatabases, readMarkup, readStorage, recordConsole, recordPorts } from '../harness/find-key.ts';
import { chatOn } from './chat-page.ts';

// Scripts that are added to every page stay until their browser ends.
test.use({ ownBrowser: true });

/** A key that does not look like one: it can be masked only because it is known. */
const KEY = 'Planted7fQ4zW1x+Bv9/Lm2=';
/** The part that would be left by a mask that missed an end. Base64 and URL encoding do not change it. */
const CORE = 'Planted7fQ4zW1x';

/** Models that say the key aloud: by the status, in the stream, after the first words, in a page, in a status's text. */
function registerEchoes(server: LockchatServer): string[] {
	const data = `data: ${JSON.stringify({ error: { message: `No quota left for ${KEY}.` } })}\n\n`;
	const late = server.script('late', [{ token: 'So far.' }, { write: data }]);
	const page = server.script('page', [
		{ status: 500, headers: { 'Content-Type': 'text/html' }, body: `<!doctype html><title>${KEY}</title>` },
	]);
	const link = server.script('link', [
		{ status: 400, body: `See /keys?k=${encodeURIComponent(KEY)} for more` },
	]);
	const bad = server.script('bad', [{ token: 'So far.' }, { write: `data: {"choices": ${KEY}\n\n` }]);
	return ['auth:gpt-4', 'case-50-stream', late, page, link, bad];
}

async function plant(page: Page, server: LockchatServer, models: readonly string[]): Promise<void> {
	await addEndpoint(page, { name: 'Mine', url: server.url, apiKey: KEY, models: models.join(', ') });
}

test('a key that servers echo is found nowhere but where keys are kept', async ({ extension, server }) => {
	const { context } = extension;
	const worker = await extension.worker();
	const lines = recordConsole(context, worker);
	const receivedBy = await recordPorts(context);
	const models = registerEchoes(server);

	const options = await extension.open('options.html');
	await plant(options, server, models);
	for (const model of models) {
		await options.getByRole('textbox', { name: 'Models' }).fill(model);
		await options.getByRole('button', { name: 'Test connection' }).click();
		await expect(options.getByRole('status')).not.toContainText('Asking');
		expect(await readMarkup(options)).not.toContain(CORE);
	}

	const { page: chat, ask, answers } = chatOn(await extension.open('sidepanel.html'));
	for (const [index, model] of models.entries()) {
		await chat.getByRole('button', { name: 'New chat' }).click();
		await chat.getByRole('combobox', { name: 'Model' }).selectOption({ label: model });
		await ask(`Question ${index}`);
		await expect(answers.getByRole('alert')).toBeVisible();
		await expect(answers.last()).not.toHaveAttribute('aria-busy', 'true');
		expect(await readMarkup(chat)).not.toContain(CORE);
	}
	expect(server.requests.map(({ model }) => model)).toEqual(expect.arrayContaining(models));

	const databases = await readDatabases(chat);
	expect(databases).toContain('Question 0');
	expect(databases).toContain('•••');
	expect(databases).not.toContain(CORE);

	for (const page of [options, chat]) {
		const received = await receivedBy(page);
		expect(received).toContain('•••');
		expect(received).not.toContain(CORE);
	}

	const { local, session, sync, ofPage } = await readStorage(chat);
	expect(local.keys).toContain(KEY);
	expect(local.others).toContain(server.url);
	for (const text of [local.others, session.keys, session.others, sync.keys, sync.others, ofPage]) {
		expect(text).not.toContain(CORE);
	}

	await worker.evaluate(() => console.log('heard from the background'));
	await chat.evaluate(() => console.log('heard from the chat'));
	await expect
		.poll(() => lines)
		.toEqual(expect.arrayContaining(['heard from the background', 'heard from the chat']));
	expect(lines.join('\n')).not.toContain(CORE);
});

test('a key is not in the file that chats are exported to, and neither is its server', async ({
	extension,
	server,
}) => {
	const options = await extension.open('options.html');
	await plant(options, server, ['auth:gpt-4']);
	const { ask, answers } = chatOn(await extension.open('popup.html'));
	await ask('May I?');
	await expect(answers.getByRole('alert')).toBeVisible();
	const downloading = options.waitForEvent('download');
	await options.getByRole('button', { name: 'Export all' }).click();
	const file = await readFile(await (await downloading).path(), 'utf8');
	expect(file).toContain('May I?');
	expect(file).toContain('•••');
	expect(file).not.toContain(CORE);
	expect(file).not.toContain(new URL(server.url).host);
});

test('a key that shall be forgotten is in memory only, also one that was on the disk before', async ({
	extension,
	server,
}) => {
	const options = await extension.open('options.html');
	const forget = options.getByRole('checkbox', { name: 'Forget keys when the browser closes' });
	await plant(options, server, ['gpt-4']);
	expect((await readStorage(options)).local.keys).toContain(KEY);

	await forget.check();
	await options.getByRole('button', { name: 'Save' }).click();
	await expect.poll(async () => (await readStorage(options)).session.keys).toContain(KEY);
	const { local, session, sync } = await readStorage(options);
	for (const text of [local.keys, local.others, session.others, sync.keys, sync.others]) {
		expect(text).not.toContain(CORE);
	}

	await extension.killWorker();
	const { ask, answers } = chatOn(await extension.open('popup.html'));
	await ask('Do you still know me?');
	await expect(answers).toContainText('not a language model');
	expect(server.requests.at(-1)?.headers).toHaveProperty('authorization');
});
