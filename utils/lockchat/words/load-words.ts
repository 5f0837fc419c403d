import type { ServerWords } from './server-words.ts';

/** Loads the words of servers. In the extension's background, a file of the package takes this one's place: see `wxt.config.ts`. */
export const loadWords = async (): Promise<ServerWords> => (await import('./server-words.ts')).SERVER_WORDS;
