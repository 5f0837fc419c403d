import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Shown } from './texts.ts';

const toHtml = ({ title, paragraphs }: Shown, language: string) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<title>${title}</title>
<style>
	:root { color-scheme: light dark; }
	body { max-width: 34rem; margin: 3rem auto; padding: 0 2rem; font: 1.125rem/1.65 Georgia, serif; }
	h1 { font-size: 2.25rem; line-height: 1.2; }
</style>
<h1>${title}</h1>
<div id="passage">${paragraphs
	.slice(0, 2)
	.map((text) => `<p>${text}</p>`)
	.join('')}</div>
<p>${paragraphs.slice(2).join('</p><p>')}</p>
</html>`;

/** Serves the page as a site of the web would. */
export async function servePage(shown: Shown, language: string) {
	const server = createServer((_, response) => {
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(toHtml(shown, language));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The page has no port.');
	return {
		url: `http://127.0.0.1:${address.port}/`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
