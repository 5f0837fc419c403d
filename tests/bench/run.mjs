// @ts-check
/**
 * `npm run bench`: what a person feels, as ratios and differences against a bare page within one run.
 * `-- --quick` takes a few minutes less and has fewer samples. Timing fails nothing; it is printed, and written to
 * bench/latest.json.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startServer } from '../lockchat-server/start-server.mjs';
import { serveBarePage } from './bare-page.mjs';
import { launchExtension } from './extension.mjs';
import { measureFirstToken } from './first-token.mjs';
import { measureWholeAnswer } from './whole-answer.mjs';

/**
 * @typedef {object} Bench
 * @property {Awaited<ReturnType<typeof startServer>>} server
 * @property {Awaited<ReturnType<typeof launchExtension>>} extension
 * @property {string} barePageUrl
 */

const isQuick = process.argv.includes('--quick');
const OUT = new URL('../../bench/latest.json', import.meta.url);

/** @param {number} value */
const ms = (value) => `${value.toFixed(1)} ms`.padStart(10);

const server = await startServer();
const barePage = await serveBarePage();
const extension = await launchExtension(server.url, ['script:first-token', 'script:whole-answer']);
const bench = { server, extension, barePageUrl: barePage.url };

try {
	const firstToken = await measureFirstToken(
		bench,
		isQuick ? { blocks: 5, perBlock: 4 } : { blocks: 10, perBlock: 6 },
	);
	const whole = await measureWholeAnswer(
		bench,
		isQuick ? { rounds: 3, tokens: 4_000 } : { rounds: 5, tokens: 16_000 },
	);

	console.log('\nFirst token, from the server’s write       bare   extension      beyond');
	for (const place of /** @type {const} */ (['dom', 'frame'])) {
		for (const figure of /** @type {const} */ (['median', 'p95'])) {
			const [bare, ours] = [firstToken.bare[place][figure], firstToken.extension[place][figure]];
			console.log(`  in the ${place}, ${figure}`.padEnd(38), ms(bare), ms(ours), ms(ours - bare));
		}
	}
	console.log('\nWhole answer, request to last word         bare   extension       ratio');
	console.log(
		'  median'.padEnd(38),
		ms(whole.bare.median),
		ms(whole.extension.median),
		(whole.extension.median / whole.bare.median).toFixed(2).padStart(9),
	);
	await mkdir(new URL('.', OUT), { recursive: true });
	await writeFile(
		OUT,
		`${JSON.stringify({ date: new Date().toISOString(), isQuick, firstToken, whole }, null, 2)}\n`,
	);
	console.log(`\nWritten to ${fileURLToPath(OUT)}`);
} finally {
	await extension.close();
	barePage.close();
	await server.close();
}
