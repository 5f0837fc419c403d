import { test } from '../harness/firefox.ts';
import { mendOllama } from '../harness/mend-ollama.ts';

test('case 31: a server that refuses extensions is mended with a click, for this server and this extension alone', async ({
	extension: { browser, origin, open },
}) => {
	await mendOllama({
		origin,
		open,
		newPage: () => browser.newPage(),
		// A preference of this browser grants every permission that is asked for.
		allow: (_, act) => act(),
	});
});
