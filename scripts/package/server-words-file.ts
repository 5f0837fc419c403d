import type { ResolvedPublicFile } from 'wxt';
import { packWords } from '../../utils/lockchat/words/packed-words.ts';
import { SERVER_WORDS } from '../../utils/lockchat/words/server-words.ts';

/** What servers write when they complain, which the background reads with its first request. */
export const serverWordsFile = (): ResolvedPublicFile => ({
	contents: packWords(SERVER_WORDS),
	relativeDest: 'server-words.json',
});
