import { byRole } from '../harness/by-role.ts';
import { dropWords } from '../harness/drop-words.ts';
import { expect, test } from '../harness/firefox.ts';
import { shownAddresses } from '../harness/shown-addresses.ts';
import { startArticleServer } from '../headed/article-server.ts';

test('case 283: in Firefox, too, the page behind a link that is dropped is attached, once access is given', async ({
	extension,
	endpoint,
}) => {
	const article = await startArticleServer();
	try {
		await extension.seed({ endpoints: [endpoint] });
		const panel = await extension.open('sidepanel.html');
		await panel.waitForSelector(byRole('textbox', 'Message'));
		await panel.evaluate(dropWords, { on: 'main', format: 'text/uri-list', words: article.url } as const);
		// Every prompt is answered with yes here.
		await (await panel.waitForSelector(byRole('button', `Allow ${new URL(article.url).host}`)))?.click();
		await panel.waitForSelector('::-p-text(This page: On windows)');
		await expect.poll(() => shownAddresses(extension.browser)).not.toContain(article.url);
	} finally {
		await article.close();
	}
});
