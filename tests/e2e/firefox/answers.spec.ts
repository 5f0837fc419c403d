import { expect, test } from '../harness/firefox.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { ask, readChat } from '../harness/read-chat.ts';

for (const name of ['popup.html', 'sidepanel.html']) {
	test(`${name} shows each token as it comes, before the answer ends`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const { model, next } = createPacedModel(server, `firefox-${name}`, ['One', ' **two**', ' three']);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const page = await extension.open(name);
		await ask(page, 'Count to three.');
		const request = await server.waitForRequest((asked) => asked.model === model);
		for (const soFar of ['One', 'One two', 'One two three']) {
			next();
			await expect.poll(() => readChat(page)).toMatchObject({ answers: [soFar], isBusy: true });
			expect(request.endedAt).toBeNull();
		}
		next();
		await expect
			.poll(() => readChat(page))
			.toMatchObject({
				questions: ['Count to three.'],
				answers: ['One two three'],
				isBusy: false,
			});
		expect(await page.$$eval('article strong', (all) => all.map(({ textContent }) => textContent))).toEqual([
			'two',
		]);
	});
}

test('case 55: a window that is closed in the middle of an answer shows all of it when it opens again', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'firefox-closed', ['One', ' two', ' three']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const first = await extension.open('popup.html');
	await ask(first, 'Count.');
	next();
	await expect.poll(() => readChat(first)).toMatchObject({ answers: ['One'] });
	await first.close();
	next();
	const second = await extension.open('sidepanel.html');
	await expect.poll(() => readChat(second)).toMatchObject({ answers: ['One two'], isBusy: true });
	next(2);
	await expect.poll(() => readChat(second)).toMatchObject({ answers: ['One two three'], isBusy: false });
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('case 58: Escape aborts the request while the server has more to send, and what had come stays', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'firefox-stopped', ['So far', ' and on']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('popup.html');
	await ask(page, 'Go on for ever.');
	next();
	await expect.poll(() => readChat(page)).toMatchObject({ answers: ['So far'], isBusy: true });
	await page.keyboard.press('Escape');
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
	await expect
		.poll(() => readChat(page))
		.toMatchObject({
			answers: [expect.stringMatching(/^So far.*You stopped this answer\./s)],
			isBusy: false,
		});
});

test('a server that fails is named, and Retry answers the question', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('firefox-failing', [{ status: 500, body: 'Out of memory' }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.open('popup.html');
	await ask(page, 'Are you well?');
	await expect
		.poll(() => readChat(page))
		.toMatchObject({
			answers: [expect.stringContaining('ran into an error (500)')],
			isBusy: false,
		});
	server.script('firefox-failing', [{ token: 'I am.' }, { done: true }]);
	await page.locator('::-p-aria([name="Retry"][role="button"])').click();
	await expect
		.poll(() => readChat(page))
		.toMatchObject({
			questions: ['Are you well?'],
			answers: [expect.stringContaining('I am.')],
			isBusy: false,
		});
});

test('a background that has just begun knows what a server’s words mean, whatever its status', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('firefox-poor', [
		{ status: 400, headers: { 'Content-Type': 'application/json' }, body: '{"error":"账户余额不足"}' },
	]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await extension.terminateBackground();
	const page = await extension.open('popup.html');
	await ask(page, 'Am I poor?');
	await expect
		.poll(async () => (await readChat(page)).answers.join())
		.toContain('wants to be paid first (400)');
});
