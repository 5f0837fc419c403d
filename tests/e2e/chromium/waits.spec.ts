import type { Asked, Step } from '../../lockchat-server/types.ts';
import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

const JSON_TYPE = { 'Content-Type': 'application/json' };
/** What is said of a wait. After a few seconds, as they pass on a busy machine, their number stands behind it. */
const waiting = (words: string) => new RegExp(`^${words}(?:\\d+\\ss)?$`);
const GOOD: Step[] = [{ token: 'All is well.' }, { done: true }];

test('case 45: a wait that the server asks for is counted down, and Cancel ends it without another request', async ({
	extension,
	endpoint,
	server,
}) => {
	const headers = { ...JSON_TYPE, 'Retry-After': '45' };
	const model = server.script('busy', [{ status: 503, headers, body: '{"error":"Too busy"}' }]);
	const good = server.script('well', GOOD);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model, good] }] });
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('Are you busy?');
	const countdown = chat.answers.getByText(/^Retrying in \d+ seconds$/);
	await expect(countdown).toBeVisible();
	const first = (await countdown.textContent()) ?? '';
	await expect(countdown).not.toHaveText(first);
	await expect(chat.answers).toHaveAttribute('aria-busy', 'true');

	await chat.answers.getByRole('button', { name: 'Cancel' }).click();
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
	await expect(chat.answers).toContainText('You stopped this answer.');
	await expect(countdown).toHaveCount(0);
	await chat.page.getByRole('combobox', { name: 'Model' }).selectOption({ label: good });
	await chat.ask('And now?');
	await expect(chat.answers.last()).toHaveText('All is well.');
	expect(server.requests.map((request) => request.model)).toEqual([model, good]);
});

test('a server that has taken the question, and has not said a word yet, is told from one that is still asked', async ({
	extension,
	endpoint,
	server,
}) => {
	const head: Step = { status: 200, headers: { 'Content-Type': 'text/event-stream' } };
	const model = server.script('slow', [{ hold: 'head' }, head, { hold: 'words' }, ...GOOD]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('Are you there?');
	await expect(chat.answers).toHaveText(waiting('Connecting…'));
	server.release('head');
	await expect(chat.answers).toHaveText(waiting('Waiting for the first word…'));
	server.release('words');
	await expect(chat.answers).toHaveText('All is well.');
});

test('case 46: a model that is being loaded is said to be, until it answers', async ({
	extension,
	endpoint,
	server,
}) => {
	let isLoaded = false;
	const loading: Step = { status: 503, headers: JSON_TYPE, body: '{"error":{"type":"model_loading"}}' };
	const model = server.script('loading', (_: Asked) => (isLoaded ? GOOD : [loading]));
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('Are you ready?');
	await expect(chat.answers).toHaveText(waiting('Loading the model…'));
	await expect(chat.answers).toHaveAttribute('aria-busy', 'true');
	await expect(chat.stop).toBeVisible();
	isLoaded = true;
	await expect(chat.answers).toHaveText('All is well.');
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
});

test('case 49: a server that falls silent for longer than the setting is named, and what had come stays', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('silent', [{ token: 'The first half' }, { stall: true }]);
	await extension.seed({
		endpoints: [{ ...endpoint, models: [model] }],
		preferences: { stallSeconds: 10 },
	});
	const chat = chatOn(await extension.open('popup.html'));
	await chat.ask('Both halves, please.');
	await expect(chat.answers).toHaveText('The first half');
	const alert = chat.answers.getByRole('alert');
	await expect(alert).toContainText(`127.0.0.1:${server.port} stopped responding`, { timeout: 30_000 });
	await expect(alert).toContainText('longer than the limit in the settings');
	await expect(alert.getByRole('button', { name: 'Retry' })).toBeVisible();
	await expect(alert.getByRole('button', { name: 'Continue' })).toBeVisible();
	await expect(chat.answers).toContainText('The first half');
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
	const [request] = server.requests;
	const silentMs = (request?.abortedAt ?? 0) - (request?.tokens.at(-1)?.at ?? 0);
	expect(silentMs).toBeGreaterThanOrEqual(9_900);
	expect(server.requests).toHaveLength(1);
});
