// @ts-check
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const MAIN = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
createRoot(document.getElementById('root')).render(createElement('textarea', { onChange() {} }));
`;

/** The least that a React page can be: one textarea. Returns its script, bundled for production. */
export async function buildReactPage() {
	const dir = await mkdtemp(join(tmpdir(), 'lockchat-bench-'));
	try {
		await writeFile(join(dir, 'main.js'), MAIN);
		const modules = resolve(import.meta.dirname, '../../node_modules');
		await build({
			configFile: false,
			logLevel: 'error',
			root: dir,
			define: { 'process.env.NODE_ENV': '"production"' },
			resolve: {
				alias: {
					'react-dom/client': join(modules, 'react-dom/client.js'),
					react: join(modules, 'react/index.js'),
				},
			},
			build: {
				outDir: dir,
				lib: { entry: join(dir, 'main.js'), formats: ['iife'], name: 'page', fileName: () => 'out.js' },
				emptyOutDir: false,
			},
		});
		return await readFile(join(dir, 'out.js'), 'utf8');
	} finally {
		await rm(dir, { recursive: true, force: true });
	}
}
