/**
 * Builds the extension with one more provider: `node tests/other-provider/build.mjs FOLDER`. Two files are exchanged
 * for those of this folder, the two in which the project lists its kinds of endpoint; everything else is the product's.
 */
import { resolve } from 'node:path';
import { build } from 'wxt';

const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('Name the folder to build into.');

/** @type {import('vite').Plugin} */
const exchange = {
	name: 'lockchat:other-provider',
	enforce: 'pre',
	resolveId(source) {
		const [name] = /(?:endpoint-kinds|create-providers)\.ts$/.exec(source) ?? [];
		return name === undefined ? null : resolve(import.meta.dirname, name);
	},
};

await build({
	root: resolve(import.meta.dirname, '../..'),
	outDir,
	vite: () => ({ plugins: [exchange] }),
});
