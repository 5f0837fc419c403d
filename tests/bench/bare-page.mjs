// @ts-check
import { once } from 'node:events';
import { createServer } from 'node:http';

/**
 * The page that the extension is compared with: as fast as the browser itself. It makes the same request, appends each
 * token to a text node (one for each paragraph), and stays at the end. It parses the events and nothing else.
 */
const BARE = `<!doctype html><meta charset="utf-8"><title>bare</title><main></main><script>
window.ask = async (url, body) => {
	const main = document.querySelector('main');
	const response = await fetch(url + '/v1/chat/completions', {
		method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
	});
	const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
	let rest = '';
	let node = null;
	let isFollowing = false;
	const append = (text) => {
		const pieces = text.split('\\n\\n');
		pieces.forEach((piece, index) => {
			if (!node || index > 0) {
				node = document.createTextNode('');
				main.appendChild(document.createElement('p')).append(node);
			}
			if (piece !== '') node.appendData(piece);
		});
		if (isFollowing) return;
		isFollowing = true;
		requestAnimationFrame(() => {
			isFollowing = false;
			document.scrollingElement.scrollTop = 1e9;
		});
	};
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		const lines = (rest + value).split('\\n');
		rest = lines.pop();
		let text = '';
		for (const line of lines) {
			if (!line.startsWith('data: {')) continue;
			text += JSON.parse(line.slice(6)).choices[0]?.delta?.content ?? '';
		}
		if (text !== '') append(text);
	}
};
</script>`;

/**
 * Serves the bare page on loopback, and beside it a page that runs one script.
 * @param {string} reactScript
 */
export async function serveBarePages(reactScript) {
	const react =
		'<!doctype html><meta charset="utf-8"><title>react</title><div id="root"></div><script src="react.js"></script>';
	const server = createServer(({ url }, response) => {
		const isScript = url === '/react.js';
		response.writeHead(200, {
			'content-type': `${isScript ? 'text/javascript' : 'text/html'}; charset=utf-8`,
		});
		response.end(isScript ? reactScript : url === '/react' ? react : BARE);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/`,
		reactUrl: `http://127.0.0.1:${port}/react`,
		close: () => server.close(),
	};
}
