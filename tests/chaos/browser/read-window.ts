import type { Realm } from './chaos-browser.ts';

/** What a window shows. */
export interface WindowView {
	/** All text of each message on the screen, first question first. */
	messages: { author: 'You' | 'Lockchat'; text: string; isBusy: boolean; hasAlert: boolean }[];
	/** True if a question can be written, and nothing is loading. */
	isReady: boolean;
	canStop: boolean;
	/** What stands in the composer. */
	draft: string;
}

export function readWindow(page: Realm): Promise<WindowView> {
	return page.evaluate(async () => {
		const composer = document.querySelector<HTMLTextAreaElement>('textarea[aria-label="Message"]');
		const articles = [...document.querySelectorAll('[role="log"] article')];
		return {
			messages: articles.map((article) => ({
				author: article.getAttribute('aria-label') === 'You' ? ('You' as const) : ('Lockchat' as const),
				text: article.textContent,
				isBusy: article.getAttribute('aria-busy') === 'true',
				hasAlert: article.querySelector('[role="alert"]') !== null,
			})),
			// A message whose row is still being read is a placeholder, and not an article.
			isReady:
				composer !== null && document.querySelectorAll('[role="log"] .message:not(article)').length === 0,
			canStop: document.querySelector('button[aria-label="Stop"]') !== null,
			draft: composer?.value ?? '',
		};
	});
}
