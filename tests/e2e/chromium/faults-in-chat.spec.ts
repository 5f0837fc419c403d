import type { Endpoint } from '../../../utils/lockchat/types.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { LockchatServer, Step } from '../../lockchat-server/types.ts';
import type { ChromiumExtension } from '../harness/chromium.ts';
import { expect, test } from '../harness/chromium.ts';
import { findFreePort } from '../harness/free-port.ts';
import { type ChatPage, chatOn } from './chat-page.ts';

const GOOD: Step[] = [{ token: 'All is well.' }, { done: true }];

interface Stage {
	extension: ChromiumExtension;
	server: LockchatServer;
	endpoint: Endpoint;
	chat: ChatPage;
}

interface Fault {
	fault: string;
	endpoint: (server: LockchatServer, endpoint: Endpoint) => Endpoint;
	/** What the alert in the answer says. */
	says: RegExp;
	/** Takes the fault away, before Retry is pressed. */
	mend: (stage: Stage) => Promise<void> | void;
}

const FAULTS: Fault[] = [
	{
		fault: 'an invalid URL',
		endpoint: (_, endpoint) => ({ ...endpoint, url: 'ftp://127.0.0.1' }),
		says: /The server URL is not valid/,
		mend: ({ extension, endpoint }) => extension.seed({ endpoints: [endpoint] }),
	},
	{
		fault: 'a forgotten key',
		endpoint: (_, endpoint) => ({ ...endpoint, models: ['auth:gpt-4'], needsAuth: true }),
		says: /no longer has the API key for/,
		mend: ({ extension, endpoint }) =>
			extension.seed({
				endpoints: [{ ...endpoint, models: ['auth:gpt-4'], needsAuth: true }],
				keys: { [endpoint.id]: 'secret-key' },
			}),
	},
	{
		fault: 'a key that is asked for and was never entered',
		endpoint: (_, endpoint) => ({ ...endpoint, models: ['auth:gpt-4'] }),
		says: /did not accept the API key \(401\)/,
		mend: ({ extension, endpoint }) =>
			extension.seed({
				endpoints: [{ ...endpoint, models: ['auth:gpt-4'] }],
				keys: { [endpoint.id]: 'secret-key' },
			}),
	},
	{
		fault: 'an unknown model',
		endpoint: (_, endpoint) => ({ ...endpoint, models: ['gpt-5000', 'gpt-4'] }),
		says: /has no model “gpt-5000” \(404\)/,
		async mend({ chat }) {
			await chat.page.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'gpt-4' });
		},
	},
	{
		fault: 'a page in place of an API',
		endpoint: (server, endpoint) => ({
			...endpoint,
			models: [
				server.script('portal', [
					{ status: 200, headers: { 'Content-Type': 'text/html' }, body: '<html><h1>Sign in</h1></html>' },
				]),
			],
		}),
		says: /answered with a page, not as an API/,
		mend: ({ server }) => void server.script('portal', GOOD),
	},
	{
		fault: 'an error of the server',
		endpoint: (server, endpoint) => ({
			...endpoint,
			models: [
				server.script('troubled', [
					{ status: 500, headers: { 'Content-Type': 'application/json' }, body: '{"error":"Out of memory"}' },
				]),
			],
		}),
		says: /ran into an error \(500\).*The server says: Out of memory/s,
		mend: ({ server }) => void server.script('troubled', GOOD),
	},
];

for (const { fault, endpoint: spoil, says, mend } of FAULTS) {
	test(`the chat names ${fault}, keeps the question, and answers it after Retry`, async ({
		extension,
		endpoint,
		server,
	}) => {
		await extension.seed({ endpoints: [spoil(server, endpoint)] });
		const chat = chatOn(await extension.open('popup.html'));
		await chat.ask(`Is it ${fault}?`);
		const alert = chat.answers.getByRole('alert');
		await expect(alert).toContainText(says);
		await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
		await expect(chat.questions).toHaveText(`Is it ${fault}?`);

		await mend({ extension, server, endpoint, chat });
		await alert.getByRole('button', { name: 'Retry' }).click();
		await expect(chat.answers).toContainText(/All is well\.|not a language model/);
		await expect(chat.answers.getByRole('alert')).toHaveCount(0);
		await expect(chat.questions).toHaveText(`Is it ${fault}?`);
		const last = server.requests.at(-1);
		expect(last?.messages).toEqual([{ role: 'user', content: `Is it ${fault}?` }]);
	});
}

test('the chat names a server that is down, and answers when it is up again', async ({
	extension,
	endpoint,
}) => {
	const port = await findFreePort();
	await extension.seed({ endpoints: [{ ...endpoint, url: `http://127.0.0.1:${port}` }] });
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('Are you up?');
	await expect(chat.answers.getByRole('alert')).toContainText(`127.0.0.1:${port} does not answer`);

	const server = await startServer({ port });
	try {
		await chat.answers.getByRole('button', { name: 'Retry' }).click();
		await expect(chat.answers).toContainText('not a language model');
		await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
		expect(server.requests.map(({ messages }) => messages)).toEqual([
			[{ role: 'user', content: 'Are you up?' }],
		]);
	} finally {
		await server.close();
	}
});

test('case 44: what had come before the connection broke is kept, and Continue goes on from it', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('broken', [{ token: 'The first half' }, { hold: 'break' }, { reset: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('Both halves, please.');
	await expect(chat.answers).toHaveText('The first half');
	server.release('break');
	await expect(chat.answers.getByRole('alert')).toContainText(/broke off|interrupted/);
	await expect(chat.answers).toContainText('The first half');

	server.script('broken', [{ token: ' and the second.' }, { done: true }]);
	await chat.answers.getByRole('button', { name: 'Continue' }).click();
	await expect(chat.answers).toHaveText('The first half and the second.');
	expect(server.requests.at(-1)?.messages.at(-1)).toEqual({ role: 'assistant', content: 'The first half' });
});
