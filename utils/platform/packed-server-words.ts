import { browser } from 'wxt/browser';
import { unpackWords } from '../lockchat/words/packed-words.ts';
import type { ServerWords } from '../lockchat/words/server-words.ts';

/**
 * Loads the words of servers from a file of the package. In the background this takes the place of the client's own
 * loading: a background is one script, which would be parsed whole at each of its many starts.
 */
export async function loadWords(): Promise<ServerWords> {
	const response = await fetch(browser.runtime.getURL('/server-words.json' as '/'));
	return unpackWords(await response.text());
}
