import type { Locator, Page } from '@playwright/test';

/** A chat window as a person uses it, by the names that assistive technology tells. */
export interface ChatPage {
	page: Page;
	composer: Locator;
	/** The transcript. */
	log: Locator;
	questions: Locator;
	answers: Locator;
	send: Locator;
	stop: Locator;
	ask(text: string): Promise<void>;
}

export function chatOn(page: Page): ChatPage {
	const composer = page.getByRole('textbox', { name: 'Message', exact: true });
	const log = page.getByRole('log', { name: 'Conversation' });
	const send = page.getByRole('button', { name: 'Send', exact: true });
	return {
		page,
		composer,
		log,
		questions: log.getByRole('article', { name: 'You', exact: true }),
		answers: log.getByRole('article', { name: 'Lockchat', exact: true }),
		send,
		stop: page.getByRole('button', { name: 'Stop', exact: true }),
		async ask(text) {
			await composer.fill(text);
			await send.click();
		},
	};
}
