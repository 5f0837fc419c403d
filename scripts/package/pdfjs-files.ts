import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ResolvedPublicFile } from 'wxt';

const PDFJS = resolve(import.meta.dirname, '../../node_modules/pdfjs-dist');

interface Script {
	from: string;
	to: string;
	/** In how many places it loads code from an address that it computes. */
	imports: number;
}

const SCRIPTS: readonly Script[] = [
	// Where there is no worker. It is given one.
	{ from: 'legacy/build/pdf.min.mjs', to: 'pdf.js', imports: 1 },
	// For pictures, where there is no WebAssembly. None is drawn.
	{ from: 'legacy/build/pdf.worker.min.mjs', to: 'worker.js', imports: 1 },
];

/** Code from a text, in core-js: an old way to the global object. */
const FROM_TEXT = 'Function("return this")()';
const COMPUTED_IMPORT = /import\(\s*\/\*webpackIgnore: true\*\/\s*\/\*@vite-ignore\*\/\s*[^()]+\)/g;
const NO_IMPORT = 'Promise.reject(new Error("Lockchat loads no more code."))';

/**
 * A script of pdf.js without its two ways to load code while it runs, which are never gone here: so the stores' linters
 * have nothing to warn of. A library that changes stops the build, because then somebody has to look again.
 */
function withoutLoading({ from, to, imports }: Script): ResolvedPublicFile {
	const code = readFileSync(resolve(PDFJS, from), 'utf8');
	const found = [code.split(FROM_TEXT).length - 1, code.match(COMPUTED_IMPORT)?.length ?? 0];
	if (found.join() !== `1,${imports}`)
		throw new Error(`pdf.js loads code in other places than it did: ${from} in ${found.join(' and ')}`);
	const contents = code.replace(FROM_TEXT, 'globalThis').replaceAll(COMPUTED_IMPORT, NO_IMPORT);
	return { contents, relativeDest: `pdfjs/${to}` };
}

/** pdf.js for the package. It is minified already, and its tables of letters are loaded one by one, when needed. */
export function pdfjsFiles(): ResolvedPublicFile[] {
	const copied = (from: string): ResolvedPublicFile => ({
		absoluteSrc: resolve(PDFJS, from),
		relativeDest: `pdfjs/${from}`,
	});
	const tables = readdirSync(resolve(PDFJS, 'cmaps'));
	return [
		copied('LICENSE'),
		...SCRIPTS.map(withoutLoading),
		...tables.map((name) => copied(`cmaps/${name}`)),
	];
}
