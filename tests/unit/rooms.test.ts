import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ALLOWED_CODE, CIRCLES, FORBIDDEN_CODE } from './code-probes.ts';
import { ALLOWED_IMPORTS, FORBIDDEN_IMPORTS } from './room-probes.ts';

const asImport = ([room, from]: readonly [string, string]) =>
	[`${room}/probe.ts`, `import '${from}';`] as const;
const FORBIDDEN = [...FORBIDDEN_IMPORTS.map(asImport), ...FORBIDDEN_CODE];
const ALLOWED = [...ALLOWED_IMPORTS.map(asImport), ...ALLOWED_CODE];

const FIRST_OF_CIRCLES = FORBIDDEN.length + ALLOWED.length;
const nameOf = (index: number) => `probe-${index}-.ts`;

/** The two files of a circle: each is named by its place among all probes. */
function asProbes([, , one, other]: (typeof CIRCLES)[number], circle: number) {
	const first = FIRST_OF_CIRCLES + 2 * circle;
	return [
		['utils/chat/probe.ts', one.replace('OTHER', nameOf(first + 1))],
		['utils/chat/probe.ts', other.replace('OTHER', nameOf(first))],
	] as const;
}

/** Lints each probe as a file of its own, under the project's rules and out of the way of the project's files. */
async function lint(probes: readonly (readonly [file: string, code: string])[]): Promise<Set<number>> {
	const folder = await mkdtemp(join(tmpdir(), 'lockchat-rooms-'));
	try {
		await copyFile(join(import.meta.dirname, '../../.biome.json'), join(folder, '.biome.json'));
		for (const [index, [file, code]] of probes.entries()) {
			const path = join(folder, file.replace('probe', `probe-${index}-`));
			await mkdir(dirname(path), { recursive: true });
			await writeFile(path, `${code}\n`);
		}
		const output = await runBiome(folder);
		return new Set(Array.from(output.matchAll(REFUSAL), ([, index]) => Number(index)));
	} finally {
		await rm(folder, { recursive: true });
	}
}

/**
 * A refusal by one of the rules that keep the rooms apart and the imports one way. They are picked from all that Biome
 * says: its option `--only` would run a rule that the project has turned off.
 */
const REFUSAL =
	/title=lint\/(?:style\/noRestrictedImports|style\/noRestrictedGlobals|suspicious\/noImportCycles),file=[^,]*probe-(\d+)-/g;

/** What Biome says of a folder. */
function runBiome(folder: string): Promise<string> {
	const biome = createRequire(import.meta.url).resolve('@biomejs/biome/bin/biome');
	const options = ['--vcs-enabled=false', '--reporter=github', '--max-diagnostics=none'];
	return new Promise((resolve) => {
		const args = [biome, 'lint', ...options];
		execFile(process.execPath, args, { cwd: folder }, (_, stdout) => resolve(stdout));
	});
}

describe('the rooms of the project', () => {
	let refused = new Set<number>();

	beforeAll(async () => {
		refused = await lint([...FORBIDDEN, ...ALLOWED, ...CIRCLES.flatMap(asProbes)]);
	});

	it.each(FORBIDDEN.map(([file, code], index) => ({ file, code, index })))(
		'refuse in $file: $code',
		({ index }) => expect(refused.has(index)).toBe(true),
	);

	it.each(ALLOWED.map(([file, code], index) => ({ file, code, index: FORBIDDEN.length + index })))(
		'allow in $file: $code',
		({ index }) => expect(refused.has(index)).toBe(false),
	);

	it.each(CIRCLES.map(([what, isRefused], index) => ({ what, isRefused, index })))(
		'two files that import $what: refused $isRefused',
		({ isRefused, index }) => {
			const first = FIRST_OF_CIRCLES + 2 * index;
			expect([refused.has(first), refused.has(first + 1)]).toEqual([isRefused, isRefused]);
		},
	);
});
