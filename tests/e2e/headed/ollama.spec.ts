import { test } from '../harness/headed-chromium.ts';
import { mendOllama } from '../harness/mend-ollama.ts';

test('case 31: a server that refuses extensions is mended with a click, for this server and this extension alone', async ({
	headed: { browser, id, open, allow },
}) => {
	await mendOllama({
		origin: `chrome-extension://${id}`,
		open,
		allow,
		newPage: () => browser.newPage(),
	});
});
