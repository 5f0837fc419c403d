import { addEndpoint } from '../harness/add-endpoint.ts';
import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test('an endpoint set up by hand is tested, saved, and asked with its key', async ({ extension, server }) => {
	const options = await extension.open('options.html');
	const status = options.getByRole('status');
	await options.getByRole('button', { name: 'Add server' }).click();
	await options.getByRole('textbox', { name: 'Name' }).fill('Mine');
	await options.getByRole('textbox', { name: 'Server URL' }).fill(server.url);
	await options.getByRole('textbox', { name: 'API key' }).fill('secret-key');
	await options.getByRole('textbox', { name: 'Models' }).fill('auth:gpt-4');
	await options.getByRole('button', { name: 'Test connection' }).click();
	await expect(status).toContainText(`${new URL(server.url).host} works`);
	await expect(status).toContainText('auth:gpt-4 answered. Save to use it.');
	await options.getByRole('button', { name: 'Save' }).click();
	await expect(status).toHaveText('Saved');

	const { ask, answers, page } = chatOn(await extension.open('sidepanel.html'));
	await expect(page.getByRole('combobox', { name: 'Model' })).toContainText('auth:gpt-4');
	await ask('May I?');
	await expect(answers).toContainText('not a language model');
});

test('a test fills in the models of a server whose models the user does not know', async ({
	extension,
	server,
}) => {
	const options = await extension.open('options.html');
	await options.getByRole('button', { name: 'Add server' }).click();
	await options.getByRole('textbox', { name: 'Server URL' }).fill(server.url);
	await options.getByRole('button', { name: 'Test connection' }).click();
	await expect(options.getByRole('status')).toContainText('works');
	await expect(options.getByRole('textbox', { name: 'Models' })).toHaveValue(/gpt-3\.5-turbo/);
});

test('what is saved is there when the settings open again', async ({ extension, server }) => {
	const first = await extension.open('options.html');
	await first.getByRole('textbox', { name: 'System prompt' }).fill('Be brief.');
	await first.getByRole('spinbutton', { name: 'Temperature' }).fill('0.2');
	await addEndpoint(first, { name: 'Mine', url: server.url, models: 'gpt-4, gpt-3.5-turbo' });
	await first.close();

	const second = await extension.open('options.html');
	await expect(second.getByRole('textbox', { name: 'System prompt' })).toHaveValue('Be brief.');
	await expect(second.getByRole('spinbutton', { name: 'Temperature' })).toHaveValue('0.2');
	await second.getByRole('button', { name: /Mine/ }).click();
	await expect(second.getByRole('textbox', { name: 'Server URL' })).toHaveValue(server.url);

	const { ask, answers } = chatOn(await extension.open('popup.html'));
	await ask('How brief?');
	await expect(answers).toContainText('not a language model');
	const request = await server.waitForRequest(({ messages }) => messages.at(-1)?.content === 'How brief?');
	expect(request.messages[0]).toEqual({ role: 'system', content: 'Be brief.' });
	expect(request.model).toBe('gpt-4');
	expect(request.parameters).toMatchObject({ stream: true, temperature: 0.2 });
});

test('a window without a server offers to connect one, and takes questions as soon as there is one', async ({
	extension,
	server,
}) => {
	const chat = chatOn(await extension.open('sidepanel.html'));
	await expect(chat.page.getByRole('heading', { name: 'Connect a model' })).toBeVisible();
	await chat.composer.fill('Written before there was a server');
	await expect(chat.send).toBeDisabled();

	const opening = extension.context.waitForEvent('page');
	await chat.page.getByRole('button', { name: /Another server/ }).click();
	const options = await opening;
	expect(options.url()).toContain('/options.html');
	await addEndpoint(options, { name: 'Mine', url: server.url, models: 'gpt-4' });
	await options.close();

	await expect(chat.page.getByRole('heading', { name: 'Connect a model' })).toHaveCount(0);
	await expect(chat.composer).toHaveValue('Written before there was a server');
	await chat.send.click();
	await expect(chat.answers).toContainText('not a language model');
});

test('a chat keeps its model when the default changes, and a new one takes the new', async ({
	extension,
	endpoint,
	server,
}) => {
	const [first, second] = ['first choice', 'second choice'].map((id) =>
		server.script(id, [{ token: `This is ${id}.` }, { done: true }]),
	);
	await extension.seed({ endpoints: [{ ...endpoint, models: [first ?? '', second ?? ''] }] });
	const { ask, answers, page } = chatOn(await extension.open('popup.html'));
	await ask('Who is it?');
	await expect(answers).toHaveText('This is first choice.');

	await page.getByRole('button', { name: 'New chat' }).click();
	await page.getByRole('combobox', { name: 'Model' }).selectOption({ label: second ?? '' });
	await ask('And now?');
	await expect(answers).toHaveText('This is second choice.');

	await page.getByRole('button', { name: 'History' }).click();
	await page.getByRole('button', { name: /Who is it/ }).click();
	// The question is asked at once: the window belongs to the chat from the click on.
	await ask('Still you?');
	await expect(answers).toHaveText(['This is first choice.', 'This is first choice.']);
});

test('a server whose key was forgotten still needs it after another field is saved, until the user says otherwise', async ({
	extension,
	endpoint,
	server,
}) => {
	await extension.seed({ endpoints: [{ ...endpoint, needsAuth: true }] });
	const options = await extension.open('options.html');
	const status = options.getByRole('status');
	const { keyboard } = options;
	await options.getByRole('button', { name: endpoint.name }).click();
	await expect(options.getByText('The key was forgotten')).toBeVisible();
	await options.getByRole('textbox', { name: 'Name' }).press('End');
	await keyboard.type(' two');
	await options.getByRole('textbox', { name: 'API key' }).click();
	await keyboard.type('x');
	await keyboard.press('Backspace');
	await keyboard.press('Enter');
	await expect(status).toHaveText('Saved');

	const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
	await ask('May I?');
	await expect(answers.getByRole('alert')).toContainText('no longer has the API key');
	expect(server.requests).toHaveLength(0);

	await options.bringToFront();
	const needsKey = options.getByRole('checkbox', { name: 'This server needs a key' });
	await needsKey.focus();
	await keyboard.press('Space');
	await expect(needsKey).toBeFocused();
	await options.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(status).toHaveText('Saved');
	await answers.getByRole('button', { name: 'Retry' }).click();
	await expect(answers.last()).toContainText('not a language model');
});
