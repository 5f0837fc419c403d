import type { Step } from '../../lockchat-server/types.ts';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

const WORDS = Array.from({ length: 40 }, (_, index) => `${index + 1} `);

/** The words as the article shows them: without the space at the end. */
const said = (count: number) => WORDS.slice(0, count).join('').trim();

test('case 55: a popup that is closed in the middle of an answer shows all of it when it opens again', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'closed popup', WORDS);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const first = chatOn(await extension.open('popup.html'));
	await first.ask('Count.');
	next(10);
	await expect(first.answers).toHaveText(said(10));
	await first.page.close();

	next(20);
	const request = await server.waitForRequest((asked) => asked.model === model && asked.tokens.length === 30);
	const second = chatOn(await extension.open('popup.html'));
	await expect(second.answers).toHaveText(said(30));
	await expect(second.answers).toHaveAttribute('aria-busy', 'true');
	await expect(second.stop).toBeVisible();
	next(11);
	await expect(second.answers).toHaveAttribute('aria-busy', 'false');
	await expect(second.answers).toHaveText(said(40));
	expect(request.abortedAt).toBeNull();
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('case 55: an answer ends while no window is open, and is there whole in the next one', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'no window', WORDS);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const first = chatOn(await extension.open('popup.html'));
	await first.ask('Count.');
	await server.waitForRequest((asked) => asked.model === model);
	await first.page.close();
	next(41);
	await server.waitForRequest((asked) => asked.model === model && asked.endedAt !== null);
	const second = chatOn(await extension.open('popup.html'));
	await expect(second.answers).toHaveText(said(40));
	await expect(second.answers).toHaveAttribute('aria-busy', 'false');
	await expect(second.questions).toHaveText('Count.');
});

test('case 56: popup and side panel show the same answer as it comes, from one request', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'two windows', WORDS);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const popup = chatOn(await extension.open('popup.html'));
	await popup.ask('Count.');
	next(5);
	await expect(popup.answers).toHaveText(said(5));
	const panel = chatOn(await extension.open('sidepanel.html'));
	await expect(panel.answers).toHaveText(said(5));
	for (let count = 6; count <= 12; count += 1) {
		next();
		// A page in the background draws nothing.
		for (const { page, answers } of [popup, panel]) {
			await page.bringToFront();
			await expect(answers).toHaveText(said(count));
		}
	}
	next(29);
	for (const { page, answers } of [popup, panel]) {
		await page.bringToFront();
		await expect(answers).toHaveAttribute('aria-busy', 'false');
		await expect(answers).toHaveText(said(40));
	}
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('case 56: what one window stops has stopped in the other one', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'stopped elsewhere', WORDS);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const popup = chatOn(await extension.open('popup.html'));
	await popup.ask('Count.');
	next(3);
	await expect(popup.answers).toHaveText(said(3));
	const panel = chatOn(await extension.open('sidepanel.html'));
	await panel.stop.click();
	await server.waitForRequest((asked) => asked.model === model && asked.abortedAt !== null);
	await expect(popup.answers).toHaveAttribute('aria-busy', 'false');
	await expect(popup.stop).toHaveCount(0);
	await expect(popup.answers).toContainText('You stopped this answer.');
});

test('case 57: windows that open while tokens pour in miss none and show none twice', async ({
	extension,
	endpoint,
	server,
}) => {
	let count = 0;
	let isPouring = true;
	let hasPoured = false;
	function* pour(): Iterable<Step> {
		for (; isPouring; count += 1) {
			yield { token: `${count} ` };
			if (count % 20 === 0) yield { wait: 20 };
		}
		hasPoured = true;
		// The end tells the windows the whole text once more, so what they show is compared before it.
		yield { hold: 'compared' };
		yield { done: true };
	}
	const model = server.script('pouring', pour);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const first = chatOn(await extension.open('popup.html'));
	await first.ask('Count.');
	const request = await server.waitForRequest((asked) => asked.model === model && asked.tokens.length > 0);

	const windows = [first];
	for (const name of ['sidepanel.html', 'popup.html'] as const) {
		const sentBefore = request.sentText.length;
		const late = chatOn(await extension.open(name));
		windows.push(late);
		// The window has attached, with what it missed, and shows what has come since.
		const shownLength = async () => (await late.answers.textContent())?.length ?? 0;
		await expect.poll(shownLength).toBeGreaterThan(sentBefore);
		const attachedAt = await shownLength();
		await expect.poll(shownLength).toBeGreaterThan(attachedAt);
		await expect(late.answers).toHaveAttribute('aria-busy', 'true');
		expect(isPouring && request.endedAt === null).toBe(true);
	}

	isPouring = false;
	await expect.poll(() => hasPoured).toBe(true);
	const sent = Array.from({ length: count }, (_, index) => index).join(' ');
	expect(request.sentText.trim()).toBe(sent);
	for (const { page, answers } of windows) {
		await page.bringToFront();
		await expect(answers).toHaveText(sent);
		await expect(answers).toHaveAttribute('aria-busy', 'true');
	}
	expect(request.endedAt).toBeNull();
	server.release('compared');
	for (const { page, answers } of windows) {
		await page.bringToFront();
		await expect(answers).toHaveAttribute('aria-busy', 'false');
		await expect(answers).toHaveText(sent);
	}
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

test('case 60: a double click on Send asks once', async ({ extension, endpoint, server }) => {
	const { model, next } = createPacedModel(server, 'double click', ['Once.']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const chat = chatOn(await extension.open('popup.html'));
	await chat.composer.fill('How often?');
	await chat.send.dblclick();
	next(2);
	await expect(chat.answers).toHaveText('Once.');
	await expect(chat.answers).toHaveAttribute('aria-busy', 'false');
	await expect(chat.questions).toHaveCount(1);
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});
