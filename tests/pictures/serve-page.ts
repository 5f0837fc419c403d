import { createServer } from 'node:http';
import { type Listening, listen } from '../e2e/harness/listen.ts';
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
export function servePage(shown: Shown, language: string): Promise<Listening> {
	const server = createServer((_, response) => {
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(toHtml(shown, language));
	});
	return listen(server);
}
