export interface Asking {
	question: string;
	/** Whether to ask in a new chat. */
	isNew: boolean;
}

/**
 * Runs in the page: asks as a person does, and resolves once the answer has ended, the window has drawn it, and it
 * has been unfolded and scrolled through.
 *
 * @returns the beginning of what the answer shows
 */
export async function askInPage({ question, isNew }: Asking): Promise<string> {
	function when<T>(find: () => T | null | undefined | false): Promise<T> {
		return new Promise((resolve) => {
			const observer = new MutationObserver(() => tell());
			function tell(): boolean {
				const found = find();
				if (found === null || found === undefined || found === false) return false;
				observer.disconnect();
				resolve(found);
				return true;
			}
			if (!tell()) observer.observe(document, { subtree: true, childList: true, attributes: true });
		});
	}
	const idle = () =>
		new Promise((resolve) => {
			requestAnimationFrame(() => requestIdleCallback(resolve, { timeout: 2000 }));
		});
	const button = (name: string) =>
		document.querySelector<HTMLButtonElement>(`button[aria-label="${name}"]:not(:disabled)`);
	const articles = (name: string) => [...document.querySelectorAll(`article[aria-label="${name}"]`)];

	if (isNew) {
		(await when(() => button('New chat'))).click();
		await when(() => articles('You').length === 0);
	}
	const asked = articles('You').length;
	const box = await when(() => document.querySelector('textarea'));
	box.value = question;
	box.dispatchEvent(new Event('input', { bubbles: true }));
	(await when(() => button('Send'))).click();
	const answer = await when(
		() =>
			articles('You').length > asked &&
			articles('Lockchat').length > asked &&
			articles('Lockchat').findLast((article) => article.getAttribute('aria-busy') === 'false'),
	);
	await idle();
	for (const fold of answer.querySelectorAll('details')) fold.open = true;
	await idle();
	const log = document.querySelector('[role=log]');
	if (log) {
		for (const part of [0, 0.5, 1]) {
			log.scrollTop = (log.scrollHeight - log.clientHeight) * part;
			await idle();
		}
	}
	return answer.textContent.slice(0, 1000);
}
