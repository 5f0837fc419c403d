import type { ExtensionApi } from '../harness/extension-api.ts';
import { expect, test } from '../harness/headed-chromium.ts';
import { startArticleServer } from './article-server.ts';

declare const chrome: ExtensionApi;

const KEY = 'Planted7fQ4zW1x';

/** Reads an area of the extension's storage from its own script in a page of the web. */
function readFromPage({ url, area }: { url: string; area: 'local' | 'session' }) {
	return chrome.tabs.query({ url }).then(async ([tab]) => {
		const [injection] = await chrome.scripting.executeScript({
			target: { tabId: tab?.id ?? -1 },
			args: [area],
			func: (name: 'local' | 'session') =>
				chrome.storage[name].get(null).then(
					(items) => `${chrome.runtime.id} read ${JSON.stringify(items)}`,
					(error: unknown) => `${chrome.runtime.id} was refused: ${error}`,
				),
		});
		return injection?.result;
	});
}

test('a script in a page, were it the extension’s own, reads neither kept nor forgotten keys', async ({
	headed,
	endpoint,
}) => {
	const article = await startArticleServer();
	try {
		await headed.seed({ endpoints: [endpoint], keys: { [endpoint.id]: KEY } });
		const options = await headed.open('options.html');
		await headed.allow(options, () =>
			options.evaluate(() => void chrome.permissions.request({ origins: ['http://127.0.0.1/*'] })),
		);
		const page = await headed.browser.newPage();
		await page.goto(article.url);
		for (const area of ['local', 'session'] as const) {
			const said = await headed.background.evaluate(readFromPage, { url: article.url, area });
			expect(said).toMatch(new RegExp(`^${headed.id} was refused: .*not allowed from this context`));
		}
		expect(await options.evaluate(() => chrome.storage.local.get('keys'))).toEqual({
			keys: { [endpoint.id]: KEY },
		});
	} finally {
		await article.close();
	}
});
