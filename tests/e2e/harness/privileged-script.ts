import type { Browser } from 'puppeteer-core';

interface Answer {
	result: {
		contexts?: { context: string }[];
		result?: { value?: unknown };
		exceptionDetails?: { text: string };
	};
}

/** Firefox's connection for WebDriver BiDi. Puppeteer has it, but not in its types. */
interface WithConnection {
	connection: { send(method: string, params: object): Promise<Answer> };
}

const hasConnection = (browser: object): browser is WithConnection => 'connection' in browser;

/**
 * Evaluates an expression (awaiting a promise) in Firefox's own window, where the browser's internals can be used. Needs
 * `--remote-allow-system-access`. `moz:scope`: https://firefox-source-docs.mozilla.org/remote/webdriver-bidi/
 */
export async function evaluatePrivileged(browser: Browser, expression: string): Promise<unknown> {
	if (!hasConnection(browser)) throw new Error('This browser does not speak WebDriver BiDi.');
	const tree = await browser.connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
	const [window] = tree.result.contexts ?? [];
	if (!window) throw new Error('Firefox has no window.');
	const { result } = await browser.connection.send('script.evaluate', {
		expression,
		target: { context: window.context },
		awaitPromise: true,
	});
	if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
	return result.result?.value;
}
