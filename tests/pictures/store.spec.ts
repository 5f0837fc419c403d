import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { ExtensionApi } from '../e2e/harness/extension-api.ts';
import { expect, type HeadedExtension, test } from '../e2e/harness/headed-chromium.ts';
import { readChat } from '../e2e/harness/read-chat.ts';
import { serveModel } from './serve-model.ts';
import { servePage } from './serve-page.ts';
import { TEXTS } from './texts.ts';

/** Every event of Chromium has `dispatch`, though no documentation names it. */
declare const chrome: ExtensionApi & {
	contextMenus: { onClicked: { dispatch(info: object, tab: object | undefined): void } };
};

const FOLDER = resolve(import.meta.dirname, '../../docs/pictures');
/** What the stores want, in pixels. */
const SIZE = '1280x800';
const MODEL = 'llama3.2';

mkdirSync(FOLDER, { recursive: true });

/** Opens the side panel as a click in one of the extension's pages does: the protocol can claim a user's gesture. */
async function openPanelBeside(headed: HeadedExtension, page: Page): Promise<void> {
	const own = await headed.open('options.html');
	const session = await own.createCDPSession();
	await session.send('Runtime.evaluate', {
		expression: 'chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.open({ windowId: id }))',
		userGesture: true,
		awaitPromise: true,
	});
	await headed.sidePanel();
	await own.close();
	await page.bringToFront();
}

/** Selects the passage, and does what the menu's “Explain” does: the menu itself would stand in the picture's way. */
async function explainPassage(headed: HeadedExtension, page: Page, panel: Page): Promise<void> {
	const clicked = await page.$eval('#passage', (passage) => {
		const selection = getSelection();
		selection?.selectAllChildren(passage);
		return { title: document.title, url: location.href, text: String(selection).trim() };
	});
	await headed.background.evaluate(async ({ title, url, text }) => {
		const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
		chrome.contextMenus.onClicked.dispatch(
			{ menuItemId: 'explain', selectionText: text, frameId: 0, pageUrl: url, editable: false },
			{ ...tab, title, url },
		);
	}, clicked);
	// Without a user's gesture no panel can be opened, so a tab is, too.
	const target = await headed.browser.waitForTarget(
		(candidate) => candidate !== panel.target() && candidate.url().endsWith('/sidepanel.html'),
	);
	await (await target.asPage()).close();
	await page.bringToFront();
}

/** Cuts a picture of the screen to the browser's window, and packs it. */
const cut = (path: string) =>
	execFileSync('convert', [
		path,
		'-crop',
		`${SIZE}+0+0`,
		'+repage',
		'-strip',
		'-define',
		'png:compression-level=9',
		path,
	]);

for (const language of ['en', 'ru'] as const) {
	for (const theme of ['light', 'dark'] as const) {
		test.describe(`${language}, ${theme}`, () => {
			test.use({
				language,
				hidesAutomation: true,
				browserArgs: [
					`--window-size=${SIZE.replace('x', ',')}`,
					...(theme === 'dark' ? ['--force-dark-mode'] : []),
				],
			});

			test('the real side panel beside a real page', async ({ headed, endpoint }) => {
				const shown = TEXTS[language];
				const site = await servePage(shown, language);
				const server = await serveModel(MODEL, shown);
				try {
					await headed.seed({
						endpoints: [{ ...endpoint, name: 'Ollama', url: server.url, models: [MODEL] }],
					});
					const page = await headed.browser.newPage();
					await page.goto(site.url);
					for (const other of await headed.browser.pages()) if (other !== page) await other.close();

					await openPanelBeside(headed, page);
					const panel = await headed.sidePanel();
					await explainPassage(headed, page, panel);
					await expect
						.poll(() => readChat(panel))
						.toMatchObject({ isBusy: false, answers: [expect.stringContaining('25')] });
					await headed.hands.untilStill();
					const beside = resolve(FOLDER, `panel-${language}-${theme}.png`);
					await headed.hands.shoot(beside);
					cut(beside);
				} finally {
					await site.close();
					await server.close();
				}
			});

			test('the real popup over a real page', async ({ headed, endpoint }) => {
				const shown = TEXTS[language];
				const site = await servePage(shown, language);
				const server = await serveModel(MODEL, shown);
				try {
					await headed.seed({
						endpoints: [{ ...endpoint, name: 'Ollama', url: server.url, models: [MODEL] }],
					});
					const page = await headed.browser.newPage();
					await page.goto(site.url);
					for (const other of await headed.browser.pages()) if (other !== page) await other.close();
					await page.bringToFront();

					const popup = await headed.openPopup();
					await popup.type('textarea', `${shown.question}\n`);
					await popup.waitForSelector('article[aria-busy=false] p');
					await expect.poll(() => readChat(popup)).toMatchObject({ isBusy: false });
					await popup.$eval('textarea', (box) => {
						// A cursor that blinks would never leave the screen still.
						box.style.caretColor = 'transparent';
					});
					await headed.hands.untilStill();
					const over = resolve(FOLDER, `popup-${language}-${theme}.png`);
					await headed.hands.shoot(over);
					cut(over);
				} finally {
					await site.close();
					await server.close();
				}
			});
		});
	}
}
