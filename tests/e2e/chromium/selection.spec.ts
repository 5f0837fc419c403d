import type { Worker } from '@playwright/test';
import { type ChromiumExtension, expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

const SELECTED = 'The background owns the answer.\nWindows only look at it.\n\nThey may close.';

/** A click on an item of the menu on a selection. Without a person's gesture the panel's page opens in a tab. */
async function clickInMenu(extension: ChromiumExtension, menuItemId: string) {
	await openArticle(extension);
	const opening = extension.context.waitForEvent('page');
	await dispatchClick(await extension.worker(), { menuItemId, selectionText: SELECTED });
	return chatOn(await opening);
}

async function openArticle({ context }: ChromiumExtension): Promise<void> {
	const article = await context.newPage();
	await article.route('**/*', (route) =>
		route.fulfill({ contentType: 'text/html', body: `<title>On windows</title><p>${SELECTED}` }),
	);
	await article.goto('http://article.test/windows');
}

function dispatchClick(worker: Worker, click: { menuItemId: string; selectionText: string }) {
	return worker.evaluate(async (info) => {
		const [tab] = await chrome.tabs.query({ active: true });
		const clicked = { ...info, frameId: 0, pageUrl: 'http://article.test/windows', editable: false };
		// Without a permission for the page its title and address stay unknown; a real click brings both.
		const known = { ...tab, title: 'On windows', url: clicked.pageUrl };
		const { onClicked } = chrome.contextMenus;
		// Chromium itself has this method, and no types tell of it. It calls the listeners as a click does.
		Reflect.apply(Reflect.get(onClicked, 'dispatch'), onClicked, [clicked, known]);
	}, click);
}

const PRESETS = [
	{ item: 'explain', asks: 'Explain this in plain words.' },
	{ item: 'summarize', asks: 'Summarize this in a few sentences.' },
	{ item: 'translate', asks: /^Translate this into English\./ },
];

for (const { item, asks } of PRESETS) {
	test(`the menu's ${item} asks about the selection at once, with where it is from and its line breaks`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const model = server.script(item, [{ token: 'It is **so**.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { page, answers, questions } = await clickInMenu(extension, item);
		expect(page.url()).toContain('/sidepanel.html');
		await expect(answers).toHaveText('It is so.');
		await expect(questions.locator('blockquote')).toContainText('The background owns the answer.');
		expect(await questions.locator('blockquote').textContent()).toContain(SELECTED);
		await expect(questions.getByRole('link', { name: /On windows/ })).toHaveAttribute(
			'href',
			'http://article.test/windows',
		);
		await expect(questions.getByText(asks)).toBeVisible();
		const { messages } = await server.waitForRequest((asked) => asked.model === model);
		expect(messages).toHaveLength(1);
		expect(messages[0]?.content).toContain(SELECTED);
		expect(messages[0]?.content).toContain('URL: http://article.test/windows');
		expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
	});
}

test('the menu’s “Ask…” attaches the selection and leaves the question to the user', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('own question', [{ token: 'Because.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, composer, answers, questions } = await clickInMenu(extension, 'ask');
	await expect(page.getByText('The background owns the answer.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Remove the quote' })).toBeVisible();
	await expect(composer).toBeFocused();
	await expect(questions).toHaveCount(0);
	await page.keyboard.type('Why so?');
	await page.keyboard.press('Enter');
	await expect(answers).toHaveText('Because.');
	await expect(questions.locator('blockquote')).toContainText('Windows only look at it.');
	await expect(page.getByRole('button', { name: 'Remove the quote' })).toHaveCount(0);
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages[0]?.content).toContain(SELECTED);
	expect(messages[0]?.content).toContain('Why so?');
});

test('a quote that is removed is not sent', async ({ extension, endpoint, server }) => {
	const model = server.script('no quote', [{ token: 'Fine.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const { page, ask, answers } = await clickInMenu(extension, 'ask');
	await page.getByRole('button', { name: 'Remove the quote' }).click();
	await ask('Without it.');
	await expect(answers).toHaveText('Fine.');
	const { messages } = await server.waitForRequest((asked) => asked.model === model);
	expect(messages).toEqual([{ role: 'user', content: 'Without it.' }]);
});

test('case 67: a selection goes to one window, once, also when several are open', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'once', ['Once.']);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	await extension.open('sidepanel.html');
	const chat = await clickInMenu(extension, 'explain');
	await server.waitForRequest((asked) => asked.model === model);
	next(2);
	await expect(chat.page.getByRole('textbox', { name: 'Message' })).toBeVisible();
	await chat.page.reload();
	await expect(chat.answers).toHaveText('Once.');
	await expect(chat.questions).toHaveCount(1);
	expect(server.requests.filter((asked) => asked.model === model)).toHaveLength(1);
});

const UNSEEN = [
	{ where: 'the welcome', file: 'welcome.html', isHidden: false },
	{ where: 'a panel in a tab', file: 'sidepanel.html', isHidden: true },
];

for (const { where, file, isHidden } of UNSEEN) {
	test(`case 216: ${where} behind the page does not take the selection from the panel that opens`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const model = server.script(`unseen ${file}`, [{ token: 'Here.' }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const unseen = await extension.context.newPage();
		await unseen.goto(`chrome-extension://${extension.id}/${file}`);
		// Playwright has every tab seem to be in front.
		if (isHidden) await unseen.evaluate(() => Object.defineProperty(document, 'hidden', { value: true }));
		await expect(chatOn(unseen).composer).toBeVisible();
		await openArticle(extension);

		const told = await unseen.evaluateHandle(() => ({
			when: new Promise((resolve) => {
				chrome.runtime.onMessage.addListener((message) => {
					if (message.type === 'selection-waiting') resolve(null);
				});
			}),
		}));
		const worker = await extension.worker();
		// The panel opens late, so that whoever else would take the selection is first.
		await worker.evaluate(() => {
			const { create } = chrome.tabs;
			const nothing = async () => {
				chrome.tabs.create = create;
				return {};
			};
			Object.assign(chrome.tabs, { create: nothing });
		});
		await dispatchClick(worker, { menuItemId: 'explain', selectionText: SELECTED });
		await told.evaluate(({ when }) => when);
		const panel = chatOn(await extension.open('sidepanel.html'));
		await expect(panel.answers).toHaveText('Here.');
		await expect(chatOn(unseen).questions).toHaveCount(0);
	});
}

test('a quote stays with the chat it was taken for, over other chats and over the closing of the window', async ({
	extension,
	endpoint,
	server,
}) => {
	const model = server.script('kept quote', [{ token: 'Noted.' }, { done: true }]);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const first = chatOn(await extension.open('sidepanel.html'));
	await first.ask('The chat of the quote');
	await expect(first.answers).toHaveText('Noted.');
	await expect(first.answers).toHaveAttribute('aria-busy', 'false');
	await first.page.close();

	const panel = await clickInMenu(extension, 'ask');
	const quote = (page: typeof panel.page) => page.getByRole('button', { name: 'Remove the quote' });
	await expect(panel.questions).toHaveText('The chat of the quote');
	await expect(quote(panel.page)).toHaveCount(1);
	await expect(panel.composer).toBeFocused();
	await panel.page.keyboard.type('Half a thought');
	await panel.page.getByRole('button', { name: 'New chat' }).click();
	await expect(quote(panel.page)).toHaveCount(0);
	await expect(panel.composer).toHaveValue('');
	await panel.page.keyboard.type('Without a quote');
	await panel.page.keyboard.press('Enter');
	await expect(panel.answers).toHaveText('Noted.');
	const other = server.requests.find(({ messages }) => messages.at(-1)?.content === 'Without a quote');
	expect(other?.messages).toHaveLength(1);
	await panel.page.close();

	const popup = chatOn(await extension.open('popup.html'));
	await expect(popup.questions).toHaveText('Without a quote');
	await expect(quote(popup.page)).toHaveCount(0);
	await popup.page.getByRole('button', { name: 'History' }).click();
	await popup.page
		.getByRole('dialog', { name: 'History' })
		.getByRole('button', { name: /The chat of the quote/ })
		.click();
	await expect(quote(popup.page)).toHaveCount(1);
	await expect(popup.composer).toHaveValue('Half a thought');
	await popup.page.close();

	const again = chatOn(await extension.open('popup.html'));
	await expect(quote(again.page)).toHaveCount(1);
	await expect(again.composer).toHaveValue('Half a thought');
	await again.page.keyboard.press('End');
	await again.page.keyboard.type(', now whole');
	await again.page.keyboard.press('Enter');
	await expect(again.questions.last().locator('blockquote')).toContainText('Windows only look at it.');
	await expect(again.questions.last()).toContainText('Half a thought, now whole');
	await expect(again.answers.last()).toHaveText('Noted.');
	await again.page.reload();
	await expect(again.questions).toHaveCount(2);
	await expect(again.composer).toHaveValue('');
	await expect(quote(again.page)).toHaveCount(0);
});

test('a quote that one window attaches is not erased by what another one writes, and is removed in both', async ({
	extension,
	endpoint,
}) => {
	await extension.seed({ endpoints: [endpoint] });
	const popup = chatOn(await extension.open('popup.html'));
	await expect(popup.page.getByRole('combobox', { name: 'Model' })).toBeVisible();
	const sidebar = chatOn(await extension.open('sidepanel.html'));
	await expect(sidebar.page.getByRole('combobox', { name: 'Model' })).toBeVisible();
	const panel = await clickInMenu(extension, 'ask');
	const removing = (page: typeof panel.page) => page.getByRole('button', { name: 'Remove the quote' });
	const all = [popup, sidebar, panel];
	const counts = () => Promise.all(all.map(({ page }) => removing(page).count()));
	await expect.poll(counts).toContain(1);
	// One window takes the selection, and the window that has just been opened may read it as a draft. At least one of
	// the other two does not show it.
	const shown = await counts();
	const withQuote = all[shown.indexOf(1)] ?? panel;
	const without = shown[0] === 0 ? popup : sidebar;
	await without.composer.focus();
	await without.page.keyboard.type('Other words');
	await without.page.reload();
	await expect(without.composer).toHaveValue('Other words');
	await expect(removing(without.page)).toHaveCount(1);
	await removing(withQuote.page).click();
	await expect(removing(without.page)).toHaveCount(0);
});
