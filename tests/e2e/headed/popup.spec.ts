import { byRole } from '../harness/by-role.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { ask, readChat } from '../harness/read-chat.ts';

declare const chrome: ExtensionApi;

test('case 55: the real popup, closed by a click elsewhere in the middle of an answer, shows all of it when it opens again', async ({
	headed,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'real popup', ['One', ' two', ' three', ' four']);
	await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const first = await headed.openPopup();
	await ask(first, 'Count.');
	next(2);
	await expect.poll(() => readChat(first)).toMatchObject({ answers: ['One two'], isBusy: true });
	const closed = new Promise((resolve) => first.once('close', resolve));
	await headed.hands.click(400, 800);
	await closed;

	next();
	const request = await server.waitForRequest((asked) => asked.model === model && asked.tokens.length === 3);
	const second = await headed.openPopup();
	await expect.poll(() => readChat(second)).toMatchObject({ answers: ['One two three'], isBusy: true });
	next(2);
	await expect
		.poll(() => readChat(second))
		.toMatchObject({ questions: ['Count.'], answers: ['One two three four'], isBusy: false });
	expect(request.abortedAt).toBeNull();
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('the real popup is as large as it asks to be, and has the cursor in the composer', async ({
	headed,
	endpoint,
}) => {
	await headed.seed({ endpoints: [endpoint] });
	const popup = await headed.openPopup();
	await expect
		.poll(() => popup.evaluate(() => [innerWidth, innerHeight, document.activeElement?.tagName]))
		.toEqual([400, 600, 'TEXTAREA']);
});

test('“Open side panel” takes the chat from the real popup to the real side panel, where it goes on', async ({
	headed,
	endpoint,
	server,
}) => {
	const model = server.script('moved', [{ token: 'Because.' }, { done: true }]);
	await headed.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const popup = await headed.openPopup();
	await ask(popup, 'Why so?');
	const chat = { questions: ['Why so?'], answers: ['Because.'], isBusy: false };
	await expect.poll(() => readChat(popup)).toMatchObject(chat);

	const closed = new Promise((resolve) => popup.once('close', resolve));
	await popup.locator(byRole('button', 'Open side panel')).click();
	const panel = await headed.sidePanel();
	await expect.poll(() => readChat(panel)).toMatchObject(chat);
	await closed;
	// The panel stands in no tab; the page that opens where there is no panel would.
	expect(await panel.evaluate(async () => (await chrome.tabs.getCurrent()) ?? null)).toBeNull();

	await ask(panel, 'And why that?');
	await expect
		.poll(() => readChat(panel))
		.toMatchObject({
			questions: ['Why so?', 'And why that?'],
			answers: ['Because.', 'Because.'],
			isBusy: false,
		});
	expect(server.requests.at(-1)?.messages).toHaveLength(3);
});
