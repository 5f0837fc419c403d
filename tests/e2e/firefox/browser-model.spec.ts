import { expect, test } from '../harness/firefox.ts';
import { ask, readChat } from '../harness/read-chat.ts';

test('a chat that is bound to a browser’s own model says that there is none here', async ({ extension }) => {
	await extension.seed({
		endpoints: [{ kind: 'browser', id: 'browser-model', name: 'Chrome', models: ['Built-in model'] }],
	});
	const page = await extension.open('sidepanel.html');
	await ask(page, 'Are you there?');
	await expect
		.poll(() => readChat(page))
		.toMatchObject({
			answers: [expect.stringContaining('own model is not available here')],
			isBusy: false,
		});
});
