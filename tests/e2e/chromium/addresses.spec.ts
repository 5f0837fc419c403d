import { addEndpoint } from '../harness/add-endpoint.ts';
import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

test.describe('a base that has no /v1', () => {
	test.use({ serverOptions: { base: '/api/SomeProvider' } });

	test('case 86: is tested, lists its models and answers questions as it was typed', async ({
		extension,
		server,
	}) => {
		const model = server.script('provider', [{ token: 'From the provider.' }, { done: true }]);
		const settings = await extension.open('options.html');
		await addEndpoint(settings, { name: 'Mine', url: `\`${server.url}/api/SomeProvider\`.`, models: model });
		const url = settings.getByRole('textbox', { name: 'Server URL' });
		await expect(url).toHaveValue(`${server.url}/api/SomeProvider`);
		await settings.getByRole('button', { name: 'Test connection' }).click();
		await expect(settings.getByRole('status')).toContainText('works');
		await settings.getByRole('button', { name: 'Fetch models' }).click();
		await expect(settings.getByRole('textbox', { name: 'Models' })).toHaveValue(/gpt-4/);

		const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
		await ask('Who is there?');
		await expect(answers).toHaveText('From the provider.');
	});
});

test.describe('a server below a gateway', () => {
	test.use({ serverOptions: { base: '/gateway/v1' } });

	test('case 85: answers though its address was typed without /v1, and is then asked there', async ({
		extension,
		server,
	}) => {
		const model = server.script('gateway', [{ token: 'Found.' }, { done: true }]);
		const settings = await extension.open('options.html');
		await addEndpoint(settings, { name: 'Mine', url: `${server.url}/gateway`, models: model });
		const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
		await ask('Who is there?');
		await expect(answers).toHaveText('Found.');
		const stored = () =>
			settings.evaluate(async () => {
				const { endpoints } = await chrome.storage.local.get('endpoints');
				return JSON.stringify(endpoints);
			});
		await expect.poll(stored).toContain(`"base":"${server.url}/gateway/v1"`);
	});
});
