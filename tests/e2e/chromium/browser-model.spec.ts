/**
 * The browser's own model. No browser that the tests can have brings one along. What answers is a fake of the specified
 * interface, put in the place of the browser's `LanguageModel` before anything of the product runs.
 */
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type FakeModelOptions, withFakeModel } from '../../browser-model/with-fake-model.ts';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { readSavedText } from '../harness/saved-text.ts';
import { chatOn } from './chat-page.ts';
import { holdAndGoOn } from './hold-and-go-on.ts';

declare const chrome: ExtensionApi;

const RESULTS = resolve(import.meta.dirname, '../../results');
const OWN = { kind: 'browser', id: 'browser-model', name: 'Chrome', models: ['Built-in model'] };

/** The button that chooses the model on the Connect card. The browser's name in it depends on the browser's build. */
const choiceOf = (page: Page) => page.getByRole('button', { name: /^The model built into / });
function given(name: string, options: FakeModelOptions): void {
	const output = resolve(RESULTS, `browser-model-${name}`);
	test.use({ extensionOutput: output });
	test.beforeAll(() => withFakeModel(output, options));
}

for (const isIn of ['everywhere', 'documents'] as const) {
	test.describe(`a model that is ${isIn === 'everywhere' ? 'in the background too' : 'in documents only'}`, () => {
		given(isIn, { availability: 'available', isIn, stepMs: 20 });

		test('is connected by one click, and answers: streamed, stopped, gone on with, and stored', async ({
			extension,
		}) => {
			const chat = chatOn(await extension.open('popup.html'));
			const { page } = chat;
			await expect(page.getByRole('listitem').first()).toContainText('The model built into');
			await choiceOf(page).click();
			await expect(page.getByText('· this browser')).toBeVisible();
			await expect(page.getByRole('combobox', { name: 'Model' })).toContainText('Built-in model');

			await holdAndGoOn(chat);
		});

		test('goes on answering when the window closes', async ({ extension }) => {
			await extension.seed({ endpoints: [OWN] });
			const first = chatOn(await extension.open('popup.html'));
			const words = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');
			await first.ask(words);
			await expect(first.answers).toContainText('w3');
			await first.page.close();
			const { answers } = chatOn(await extension.open('popup.html'));
			await expect(answers).toHaveText(words);
			await expect(answers).toHaveAttribute('aria-busy', 'false');
		});

		test('is interrupted with its background, and gone on with from what was saved', async ({
			extension,
		}) => {
			await extension.seed({ endpoints: [OWN] });
			const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
			await ask('Say it hold now');
			await expect(answers).toHaveText('Say it hold');
			await expect.poll(() => readSavedText(page)).toBe('Say it hold ');
			await extension.killWorker();
			await expect(answers.getByRole('alert')).toContainText('This answer was interrupted.');
			await expect(answers).toContainText('Say it hold');
			await answers.getByRole('button', { name: 'Continue' }).click();
			await expect(answers).toHaveText('Say it hold and on.');
			await expect(answers).toHaveAttribute('aria-busy', 'false');
			// The window's port is a new one now, opened while the document that hosts the model was there already.
			await ask('Once more hold it');
			await expect(answers.last()).toHaveText('Once more hold');
			await extension.killWorker();
			await expect(answers.last().getByRole('alert')).toContainText('This answer was interrupted.');
		});

		test('tells what the browser refuses, in words', async ({ extension }) => {
			await extension.seed({ endpoints: [OWN] });
			const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
			await ask('fail-NotSupportedError');
			await expect(answers.getByRole('alert')).toContainText('does not take this language');
			await ask('word '.repeat(200));
			await expect(answers.last().getByRole('alert')).toContainText('Tokens needed / available: ');
		});
	});
}

test.describe('a document that hosts the model', () => {
	given('host', { availability: 'available', isIn: 'documents', idleMs: 3_000 });

	test('is made with the first question, there is one, and it goes when it is not needed', async ({
		extension,
	}) => {
		await extension.seed({ endpoints: [OWN] });
		const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
		const count = async () =>
			(await extension.worker()).evaluate(
				async () =>
					(await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT' as never] })).length,
			);
		expect(await count()).toBe(0);
		await ask('One');
		await expect(answers).toHaveText('One');
		await ask('Two');
		await expect(answers.last()).toHaveText('Two');
		expect(await count()).toBe(1);

		await expect.poll(count).toBe(0);
		await ask('Three');
		await expect(answers.last()).toHaveText('Three');
		expect(await count()).toBe(1);
	});
});

test.describe('a model that is yet to be downloaded', () => {
	given('download', { availability: 'downloadable', isIn: 'everywhere', heldAt: [0.42, 1] });

	const goOn = (page: Page) => page.evaluate(() => Reflect.get(globalThis, 'fakeModelGoOn')());

	test('is downloaded by the click that connects it, with a bar, and can be called off', async ({
		extension,
	}) => {
		const { page, ask, answers } = chatOn(await extension.open('popup.html'));
		const bar = page.getByRole('progressbar', { name: 'Downloading the model…' });
		await choiceOf(page).click();
		await expect(bar).toHaveAttribute('aria-valuetext', '42%');
		await page.getByRole('button', { name: 'Cancel' }).click();
		await expect(bar).toHaveCount(0);
		await expect(page.getByRole('heading', { name: 'Connect a model' })).toBeFocused();

		await choiceOf(page).click();
		await expect(bar).toHaveAttribute('aria-valuetext', '42%');
		await goOn(page);
		await expect(page.getByRole('progressbar', { name: 'Getting the model ready…' })).toBeVisible();
		await goOn(page);
		await expect(page.getByText('· this browser')).toBeVisible();
		await ask('Hi there');
		await expect(answers).toHaveText('Hi there');
	});

	test('fails in a chat with a way to download it, after which the question is asked again', async ({
		extension,
	}) => {
		await extension.seed({ endpoints: [OWN] });
		const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
		await ask('Hi there');
		const alert = answers.getByRole('alert');
		await expect(alert).toContainText('The browser has yet to download its model');
		await alert.getByRole('button', { name: 'Download the model' }).click();
		await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '42%');
		await goOn(page);
		await expect(page.getByRole('progressbar', { name: 'Getting the model ready…' })).toBeVisible();
		await goOn(page);
		await expect(answers).toContainText('Hi there');
		await expect(alert).toHaveCount(0);
	});
});

test.describe('a browser without a model', () => {
	given('none', { availability: 'unavailable', isIn: 'everywhere' });

	test('is not offered, and a chat that is bound to it says so', async ({ extension }) => {
		const { page } = chatOn(await extension.open('popup.html'));
		await expect(page.getByRole('button', { name: /A model on this computer/ })).toBeVisible();
		await expect(choiceOf(page)).toHaveCount(0);

		await extension.seed({ endpoints: [OWN] });
		const { ask, answers } = chatOn(page);
		await ask('Hi there');
		await expect(answers.getByRole('alert')).toContainText('own model is not available here');
		await expect(answers.getByRole('alert')).toContainText('Choose another model');
	});
});

test.describe('the settings', () => {
	given('settings', { availability: 'available', isIn: 'everywhere' });

	test('add the browser’s model, and delete it with the next save', async ({ extension, endpoint }) => {
		await extension.seed({ endpoints: [endpoint] });
		const page = await extension.open('options.html');
		const add = page.getByRole('button', { name: /^Add the model built into / });
		const item = page.getByRole('listitem').filter({ hasText: 'Built-in model' });
		const save = page.getByRole('button', { name: 'Save', exact: true });
		await add.click();
		await expect(item).toBeVisible();
		await expect(add).toHaveCount(0);
		await page.reload();
		await expect(item).toBeVisible();

		await page.getByRole('button', { name: /^Delete Chrom/ }).click();
		await expect(page.getByText(/will be removed when you save/)).toBeVisible();
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(item).toBeVisible();
		await page.getByRole('button', { name: /^Delete Chrom/ }).click();
		await save.click();
		await expect(page.getByRole('status')).toHaveText('Saved');
		await expect(item).toHaveCount(0);
		await page.reload();
		await expect(add).toBeVisible();
		await expect(item).toHaveCount(0);
	});
});
