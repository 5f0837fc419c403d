// @ts-check
/**
 * `npm run bench`: what a person feels, as ratios and differences against bare pages within one run.
 * `-- --quick` takes fewer samples of less; `-- --only open,first-token` picks parts.
 * Slow figures are no failure: they are printed as a table, and written to bench/latest.json.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startServer } from '../lockchat-server/start-server.mjs';
import { serveBarePages } from './bare-page.mjs';
import { launchExtension } from './extension.mjs';
import { parts } from './parts.mjs';
import { buildReactPage } from './react-page.mjs';
import { toTable } from './table.mjs';

const { values } = parseArgs({
	options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const wanted = values.only === '' ? Object.keys(parts) : values.only.split(',');
const OUT = new URL('../../bench/latest.json', import.meta.url);

const pages = await serveBarePages(await buildReactPage());
/** @type {Record<string, unknown>} */
const figures = {};
const rows = [];
for (const name of wanted) {
	const part = parts[name];
	if (!part) throw new Error(`There is no part "${name}": ${Object.keys(parts).join(', ')}.`);
	console.log(`… ${name}`);
	const server = await startServer();
	const extension = await launchExtension(server.url, ['script:first-token', 'script:whole-answer']);
	try {
		const bench = { server, extension, barePageUrl: pages.url, reactPageUrl: pages.reactUrl };
		const measured = await part(bench, values.quick);
		figures[name] = measured.figures;
		rows.push(...measured.rows);
	} finally {
		await extension.close();
		await server.close();
	}
}
pages.close();

console.log(`\n${toTable(rows)}`);
const machine = `${cpus().length} × ${cpus()[0]?.model}`;
await mkdir(new URL('.', OUT), { recursive: true });
await writeFile(
	OUT,
	`${JSON.stringify({ date: new Date().toISOString(), machine, isQuick: values.quick, rows, figures }, null, 2)}\n`,
);
console.log(`\nWritten to ${fileURLToPath(OUT)}`);
