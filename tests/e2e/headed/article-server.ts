import { once } from 'node:events';
import { createServer } from 'node:http';

/** A page of the web, as far as an extension can tell. */
const ARTICLE = `<!doctype html>
<html lang="en">
<title>On windows</title>
<body style="font: 20px sans-serif">
<h1>On windows</h1>
<div id="passage"><p>The background owns the answer.</p><p>Windows only<br>look at it.</p></div>
</body>
</html>`;

export interface ArticleServer {
	url: string;
	close(): Promise<void>;
}

/** @param html another page than the one about windows */
export async function startArticleServer(html = ARTICLE): Promise<ArticleServer> {
	const server = createServer((_, response) => {
		response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
	return {
		url: `http://127.0.0.1:${address.port}/windows`,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
