import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** `unit/run/hub`, `e2e/chromium/hostile`: how the documents name a test, or a folder of tests, without its ending. */
const CITED_TEST = /`((?:unit|e2e)\/[\w*./-]+)`/g;
/** A key in code, as the manifest suggests it or an element tells of it. Comments name keys without quotes. */
const KEY_IN_CODE = /['"](Alt\+Shift\+[A-Z])['"]/g;
const LINK = /\[[^\]]+\]\(([^)\s]+)\)/g;
/** What a merge leaves where two sides differ, also after a formatter took its lines for rows or quotations. */
const MERGE_MARKER = /^(?:\|\s*)?(?:<{7}|={7}|>{7}|(?:> ){6}>)(?:\s|$)/m;

/** Folders of what is built, installed or reported, and of git itself. */
const NOT_OURS = /^(?:\.git|\.output|\.wxt|bench|node_modules|tests\/results)(?:\/|$)/;

async function listFiles(folder = ''): Promise<string[]> {
	const entries = await readdir(join(ROOT, folder), { withFileTypes: true });
	const paths = entries.map((entry) => ({ entry, path: join(folder, entry.name) }));
	const found = await Promise.all(
		paths
			.filter(({ path }) => !NOT_OURS.test(path))
			.map(({ entry, path }) => (entry.isDirectory() ? listFiles(path) : [path])),
	);
	return found.flat();
}
const files = await listFiles();
const read = (path: string) => readFile(join(ROOT, path), 'utf8');

const documents = files.filter((path) => path.endsWith('.md'));
const tests = files
	.filter((path) => /^tests\/.*\.(?:test|spec)\.tsx?$/.test(path))
	.map((path) => path.slice('tests/'.length));

/** The words of a heading as a link's end names it. */
const toAnchor = (heading: string) =>
	heading
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
		.replaceAll(/\s/g, '-');

function isTest(cited: string): boolean {
	const pattern = new RegExp(
		`^${cited.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}(?:/|\\.(?:test|spec)\\.tsx?$)`,
	);
	return tests.some((path) => pattern.test(path));
}

describe('the documents', () => {
	it.each(documents)('%s cites only tests that exist', async (path) => {
		const cited = [...(await read(path)).matchAll(CITED_TEST)].map(([, name = '']) => name);
		expect(cited.filter((name) => !isTest(name))).toEqual([]);
	});

	it.each(documents)('%s names only keys that the manifest or the windows have', async (path) => {
		const sources = files.filter((file) => /^(?:wxt\.config|components\/.*|utils\/.*)\.tsx?$/.test(file));
		const known = (await Promise.all(sources.map(read))).join('\n').matchAll(KEY_IN_CODE);
		const keys = new Set([...known].map(([, key = '']) => key));
		const named = [...(await read(path)).matchAll(/Alt\+Shift\+[A-Z]\b/g)].map(([key]) => key);
		expect(named.filter((key) => !keys.has(key))).toEqual([]);
	});

	it.each(documents)('%s links only to files and headings that exist', async (path) => {
		const links = [...(await read(path)).matchAll(LINK)].map(([, target = '']) => target);
		const broken: string[] = [];
		for (const target of links.filter((link) => !/^[a-z]+:/.test(link))) {
			const [file = '', anchor] = target.split('#');
			const linked = file === '' ? path : join(dirname(path), file);
			if (!existsSync(join(ROOT, linked))) broken.push(target);
			else if (anchor !== undefined) {
				const headings = [...(await read(linked)).matchAll(/^#+ (.+)$/gm)].map(([, text = '']) =>
					toAnchor(text),
				);
				if (!headings.includes(anchor)) broken.push(target);
			}
		}
		expect(broken).toEqual([]);
	});

	it('have no marks of a merge that was left half done, and neither has any other file', async () => {
		const paths = files.filter((path) => /\.(?:md|tsx?|mjs|json|yml|css|html)$/.test(path));
		const marked: string[] = [];
		for (const path of paths) if (MERGE_MARKER.test(await read(path))) marked.push(path);
		expect(marked).toEqual([]);
	});

	it('would be found out: a marker, as it is and as a formatter leaves it', () => {
		for (const line of [
			'<<<<<<< HEAD',
			'| <<<<<<< HEAD   |',
			'| =======  |',
			'> > > > > > > origin/main',
			'>>>>>>> x',
		])
			expect(`one\n${line}\ntwo`, line).toMatch(MERGE_MARKER);
		expect('> a quotation\n| a | b |').not.toMatch(MERGE_MARKER);
	});
});
