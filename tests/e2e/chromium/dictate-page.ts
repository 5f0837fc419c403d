import type { Page } from '@playwright/test';
import type { FakeRecognitionOptions } from '../../dictation/fake-recognition.mjs';
import { speakerIn, withFakeRecognition } from '../../dictation/with-fake-recognition.ts';
import { type ChromiumExtension, expect } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

interface Opened {
	fake?: Omit<FakeRecognitionOptions, 'later'>;
	/** Whether the browser says that the window stands in a tab: the real side panel cannot be opened without a screen. */
	isInTab?: boolean;
}

/** A chat window whose browser recognizes, by a fake, what the test says. */
export async function dictateIn(
	extension: ChromiumExtension,
	{ fake = { available: 'available' }, isInTab = true }: Opened = {},
) {
	const page = await extension.context.newPage();
	await withFakeRecognition(page, fake);
	if (!isInTab)
		await page.addInitScript(() => Object.assign(chrome.tabs, { getCurrent: async () => undefined }));
	await page.goto(`chrome-extension://${extension.id}/sidepanel.html`);
	const chat = chatOn(page);
	await expect(chat.composer).toBeFocused();
	const dictate = page.getByRole('button', { name: 'Dictate', exact: true });
	const speaker = speakerIn(page);
	const begin = async () => {
		await page.keyboard.press('Alt+Shift+D');
		await expect(dictate).toHaveAttribute('aria-pressed', 'true');
	};
	return { ...chat, page, dictate, speaker, begin };
}

export const textOf = (page: Page) => page.getByRole('textbox', { name: 'Message' }).inputValue();
