import { resolve } from 'node:path';
import { expectSound } from '../harness/axe.ts';
import { type ChromiumExtension, expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { overflowAt } from '../harness/overflow-at.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { withHostAccess } from '../harness/with-host-access.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

const OUTPUT = resolve(import.meta.dirname, '../../../.output/in-pieces');
const CHAPTERS = ['One', 'Two', 'Three'];
/** About 700 tokens. */
const chapter = (name: string) => `<h2>Chapter ${name}</h2><p>${`The ${name} words. `.repeat(190)}</p>`;
const LONG = `<!doctype html><html lang="en"><title>A long page</title><main><h1>Long</h1>${CHAPTERS.map(chapter).join('')}</main>`;

async function setLimit(extension: ChromiumExtension, url: string, model: string, contextTokens: number) {
	const models = [{ id: model, contextTokens }];
	await (await extension.worker()).evaluate(
		([url, models]) => chrome.storage.local.set({ knownModels: { [url]: { readAt: 1, models } } }),
		[url, models] as const,
	);
}

async function openLongPage(extension: ChromiumExtension): Promise<void> {
	const site = await extension.context.newPage();
	await site.route('**/*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: LONG }));
	await site.goto('http://long.test/');
}

async function attachLongPage(extension: ChromiumExtension) {
	await openLongPage(extension);
	const chat = chatOn(await extension.open('sidepanel.html'));
	await chat.page.getByRole('button', { name: 'Attach' }).click();
	await chat.page.getByRole('menuitem', { name: 'This page' }).click();
	await expect(chat.page.getByText('reads at once (1,200 tokens)')).toBeVisible();
	return chat;
}

test.beforeAll(() => withHostAccess(OUTPUT));
test.use({ extensionOutput: OUTPUT });

test('case 289: a page that is too long for the model is asked about part by part, and the answers are joined', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('short', [{ token: 'An answer about it.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await setLimit(extension, endpoint.url, model, 1_200);
	const { page, composer, answers, questions } = await attachLongPage(extension);

	await page.getByRole('button', { name: 'Ask part by part' }).press('Enter');
	await expect(composer).toBeFocused();
	await expect(page.getByRole('status').first()).toContainText('Divided into 3 parts.');
	await expect(page.locator('form')).toContainText(
		'3 questions will be asked one after the other, and then one that joins the answers.',
	);
	// It opens to its parts, and each of these to exactly what will be sent.
	await page.locator('summary', { hasText: 'A long page' }).press('Enter');
	await expectSound(page, 'a page in parts');
	expect(await overflowAt(page, 240)).toBe(0);
	await page.getByRole('button', { name: /^Part 2 of 3/ }).press('Enter');
	await expect(page.getByRole('textbox', { name: 'What is sent of the page' })).toHaveValue(
		/^## Chapter Two[\s\S]*The Two words\.$/,
	);
	await page.keyboard.press('Escape');

	await composer.focus();
	await page.keyboard.type('What is it about?');
	await page.keyboard.press('Enter');
	await expect(answers).toHaveCount(4);
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
	await expect(composer).toBeFocused();
	await expect(page.locator('form')).not.toContainText('A long page');

	const sent = server.requests.filter((asked) => asked.model === model).map(({ messages }) => messages);
	expect(sent.map((messages) => messages.length)).toEqual([1, 1, 1, 7]);
	for (const [place, name] of CHAPTERS.entries()) {
		const content = sent[place]?.[0]?.content ?? '';
		expect(content).toContain(`part ${place + 1} of 3 of a web page`);
		expect(CHAPTERS.filter((other) => content.includes(`The ${other} words.`))).toEqual([name]);
		expect(content).toMatch(/What is it about\?$/);
	}
	const joining = sent[3]?.map(({ content }) => content) ?? [];
	expect(joining.filter((content) => content === 'An answer about it.')).toHaveLength(3);
	expect(joining.at(-1)).toBe(
		'Join your answers about the parts into one answer to this question: What is it about?',
	);
	expect(joining.join('\n')).not.toContain('words.');
	await expect(questions.nth(1)).toContainText('Page: A long page · part 2 of 3');
});

test('case 290: parts that still wait are taken back all at once, and asked about later', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'stopped', ['So', ' far']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await setLimit(extension, endpoint.url, model, 1_200);
	const { page, composer, answers } = await attachLongPage(extension);
	await page.getByRole('button', { name: 'Ask part by part' }).click();
	await page.keyboard.type('Why?');
	await page.keyboard.press('Enter');
	next();
	await expect(answers).toHaveText('So');
	const waiting = page.getByRole('region', { name: 'Waiting questions' });
	await expect(waiting.getByRole('listitem')).toContainText([
		'Waiting: Part 2 of 3 · Why?',
		'Waiting: Part 3 of 3 · Why?',
		'Waiting: Join your answers',
	]);
	await expectSound(page, 'parts that wait');
	expect(await overflowAt(page, 240)).toBe(0);
	// The background dies: what waits is there, and goes on waiting, since the answer was interrupted.
	await extension.killWorker();
	await expect(answers).toContainText('interrupted');
	await waiting.getByRole('button', { name: 'Take all back' }).press('Enter');
	await expect(waiting).toHaveCount(0);
	await expect(composer).toHaveValue('Why?');
	await expect(composer).toBeFocused();
	await expect(page.locator('form')).toContainText('2 questions will be asked');

	await page.keyboard.press('Enter');
	// More than is needed: the request that was cut off can have taken some.
	next(10);
	await expect(answers).toHaveCount(4);
	await expect(answers.last()).toHaveText('So far');
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
	const asked = server.requests.filter((request) => request.model === model);
	expect(asked.map(({ messages }) => /part \d of 3/.exec(messages.at(-1)?.content ?? '')?.[0])).toEqual([
		'part 1 of 3',
		'part 2 of 3',
		'part 3 of 3',
		undefined,
	]);
});

test('case 289: an action that asks at once waits for the choice where the page is too long for the model', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('long-action', [{ token: 'So.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await setLimit(extension, endpoint.url, model, 1_200);
	const digest = { id: 'digest', name: 'Digest', text: 'Digest it:\n{page}', places: [], isAtOnce: true };
	await (await extension.worker()).evaluate(
		(own) => chrome.storage.local.set({ prompts: { own, hidden: [], order: [] } }),
		[digest],
	);
	await openLongPage(extension);
	const { page, composer, answers } = chatOn(await extension.open('sidepanel.html'));
	await composer.focus();
	await page.keyboard.type('/Digest');
	await page.getByRole('option', { name: /Digest/ }).waitFor();
	await page.keyboard.press('Enter');
	await expect(page.getByText('reads at once (1,200 tokens)')).toBeVisible();
	await expect(composer).toHaveValue(/^Digest/);
	await page.getByRole('button', { name: 'Ask part by part' }).press('Enter');
	await page.keyboard.press('Enter');
	await expect(answers).toHaveCount(4);
	await expect(answers.last()).toHaveAttribute('aria-busy', 'false');
	// Before the choice nothing was asked.
	const asked = server.requests.filter((request) => request.model === model);
	expect(asked).toHaveLength(4);
	expect(asked[0]?.messages[0]?.content).toContain('part 1 of 3 of a web page');
});

test.describe('in Russian and dark, 240 pixels wide', () => {
	test.use({ language: 'ru' });

	test('case 289: what is too long even part by part is told, and the focus stays on the button', async ({
		extension,
		endpoint,
	}) => {
		await extension.seed({ endpoints: [{ ...endpoint, models: ['tiny'] }] });
		await setLimit(extension, endpoint.url, 'tiny', 60);
		await openLongPage(extension);
		const page = await extension.open('popup.html');
		await page.emulateMedia({ colorScheme: 'dark' });
		await page.setViewportSize({ width: 240, height: 600 });
		await page.getByRole('button', { name: 'Прикрепить' }).press('Enter');
		await page.getByRole('menuitem', { name: 'Эта страница' }).press('Enter');
		const divide = page.getByRole('button', { name: 'Спросить по частям' });
		await divide.press('Enter');
		await expect(page.locator('form')).toContainText('Даже по частям это слишком длинно для tiny.');
		await expect(divide).toBeFocused();
		expect(await overflowAt(page, 240)).toBe(0);
		await setLimit(extension, endpoint.url, 'tiny', 1_200);
		await expect(page.locator('form')).toContainText('1 200');
		await divide.press('Enter');
		await expect(page.getByRole('textbox', { name: 'Сообщение' })).toBeFocused();
		await expect(page.locator('form')).toContainText('Вопросов: 3.');
	});
});
