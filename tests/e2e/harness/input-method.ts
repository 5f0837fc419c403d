import type { Page } from '@playwright/test';

/** An input method, such as one for Chinese: it proposes a text that is not entered before a key confirms it. */
export interface InputMethod {
	/** Composes this text where the cursor is. */
	compose(text: string): Promise<void>;
	/** Takes a key for itself while it composes. The page is told of it with key code 229. */
	press(key: 'Escape' | 'Enter' | 'Tab'): Promise<void>;
	/** Ends the composition with nothing entered. */
	cancel(): Promise<void>;
	/** Ends the composition with this text entered. */
	confirm(text: string): Promise<void>;
}

/** The key code of all keys that an input method takes for itself. */
const TAKEN_KEY = 229;

export async function inputMethodOf(page: Page): Promise<InputMethod> {
	const session = await page.context().newCDPSession(page);
	const compose = async (text: string) => {
		await session.send('Input.imeSetComposition', {
			text,
			selectionStart: text.length,
			selectionEnd: text.length,
		});
	};
	const press = async (key: string) => {
		const taken = { key, code: key, windowsVirtualKeyCode: TAKEN_KEY };
		await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...taken });
		await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...taken });
	};
	return {
		compose,
		press,
		cancel: () => compose(''),
		async confirm(text) {
			await session.send('Input.insertText', { text });
		},
	};
}
