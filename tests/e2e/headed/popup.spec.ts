import { expect, test } from '../harness/headed-chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { ask, readChat } from '../harness/read-chat.ts';

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
