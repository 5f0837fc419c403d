// @ts-check
import { openWithDatabase, seedDatabase } from './seed-database.mjs';
import { spread } from './statistics.mjs';

/** @import { Page } from '@playwright/test' */
/** @import { Bench } from './types.ts' */

/**
 * Notes when the search box changes, and when the answer to its newest question is on the screen. Runs in the page.
 */
function watchSearch() {
	let askedId = 0;
	let typedAt = 0;
	window.searched = [];
	window.indexedShare = 0;
	document.addEventListener(
		'input',
		() => {
			typedAt = performance.now();
		},
		true,
	);
	new BroadcastChannel('lockchat:search').onmessage = ({ data }) => {
		if (data.type === 'ask') askedId = data.id;
		if (data.type === 'state') window.indexedShare = data.share;
		if (data.type !== 'found' || data.id !== askedId || typedAt === 0) return;
		const from = typedAt;
		typedAt = 0;
		// The results are drawn in the next frame, and seen at the end of it.
		requestAnimationFrame(() =>
			setTimeout(() => window.searched.push({ ms: performance.now() - from, count: data.found.length })),
		);
	};
}

/** @param {Bench} bench @returns {Promise<Page>} a side panel with its history open */
async function openHistory({ extension }) {
	const page = await extension.context.newPage();
	await page.addInitScript(watchSearch);
	await page.goto(`${extension.origin}/sidepanel.html`);
	await page.getByRole('button', { name: 'History' }).click();
	await page.getByRole('searchbox').waitFor();
	return page;
}

/** Types what is searched for at once, and waits for what is found. @param {Page} page @param {string} text */
async function searchFor(page, text) {
	const before = await page.evaluate(() => window.searched.length);
	await page.getByRole('searchbox').press('Control+A');
	await page.keyboard.insertText(text);
	await page.waitForFunction((count) => window.searched.length > count, before);
	return page.evaluate(() => window.searched.at(-1)?.ms ?? Number.NaN);
}

/** The bytes of the index's files. Runs in the page. */
async function sizeOfIndex() {
	const files = await navigator.storage.getDirectory();
	const folder = await files.getDirectoryHandle('.lockchat-search');
	let bytes = 0;
	for await (const handle of (await folder.getDirectoryHandle('.opaque')).values())
		if (handle instanceof FileSystemFileHandle) bytes += (await handle.getFile()).size;
	return bytes;
}

/** Beginnings of words, forms, several words and phrases, in both languages; each is asked as its letters are typed. */
const QUERIES = [
	'kalo',
	'mitering',
	'ан',
	'тервенами',
	'ka mi',
	'лоами ду',
	'"ka lo"',
	'graolen',
	'шиовен',
	'so ven du',
];

/** Each starts a worker of its own, which opens the index. */
const NEW_WINDOWS = 5;
/** How long the cursor has been in the search box when the first letter is typed, in milliseconds: by a script, and by a person. */
const AT_ONCE = 0;
const LIKE_A_PERSON = 500;

/** The first search of new windows, median. @param {Bench} bench @param {number} pause */
async function measureFirsts(bench, pause) {
	const times = [];
	for (let n = 0; n < NEW_WINDOWS; n += 1) {
		const page = await openHistory(bench);
		await page.waitForTimeout(pause);
		times.push(await searchFor(page, `n7x${n}`));
		await page.close();
	}
	return spread(times).median;
}

/** @param {Bench} bench @param {{ chats: number, queries: number }} size twenty messages a chat, of about a kilobyte */
export async function measureSearch(bench, { chats, queries }) {
	const seeding = await openWithDatabase(bench);
	await seedDatabase(seeding, {
		chats,
		messagesPerChat: 20,
		charsPerMessage: 1_000,
		prefix: 'searched',
		isVaried: true,
	});
	await seeding.close();

	const first = await openHistory(bench);
	const startedAt = Date.now();
	await searchFor(first, 'kalo');
	const firstMs = await first.evaluate(() => window.searched[0]?.ms);
	await first.waitForFunction(() => window.indexedShare === 1, undefined, { timeout: 0 });
	const builtMs = Date.now() - startedAt;
	const samples = [];
	for (let n = 0; samples.length < queries; n += 1) {
		const query = QUERIES[n % QUERIES.length] ?? '';
		const length = 2 + (Math.floor(n / QUERIES.length) % Math.max(1, query.length - 1));
		samples.push(await searchFor(first, query.slice(0, length)));
	}
	const bytes = await first.evaluate(sizeOfIndex);
	await first.close();

	const cold = await measureFirsts(bench, AT_ONCE);
	const prepared = await measureFirsts(bench, LIKE_A_PERSON);
	return { firstMs, builtMs, bytes, warm: spread(samples), cold, prepared };
}
