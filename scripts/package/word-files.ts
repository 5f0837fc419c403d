import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { generateChromeMessages, parseMessagesFile } from '@wxt-dev/i18n/build';
import type { ResolvedPublicFile } from 'wxt';

const LOCALES = resolve(import.meta.dirname, '../../locales');

/**
 * The texts of each language as a module, `words/<language>.js`: a page may run scripts of the extension, but read none
 * of its files, `_locales` included.
 */
export function wordFiles(): Promise<ResolvedPublicFile[]> {
	return Promise.all(
		readdirSync(LOCALES).map(async (name) => {
			const messages = generateChromeMessages(await parseMessagesFile(resolve(LOCALES, name)));
			const words = Object.entries(messages).map(([key, { message }]) => [key, message]);
			return {
				contents: `export default ${JSON.stringify(Object.fromEntries(words))};\n`,
				relativeDest: `words/${basename(name, '.yml')}.js`,
			};
		}),
	);
}
