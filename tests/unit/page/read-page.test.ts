// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { hasChanged } from '../../../utils/page/page-change.ts';
import { readPage } from '../../../utils/page/read-page.ts';

/** What the browser does with the first script, and gives for the second. */
function answer(...outcomes: (unknown | Error)[]) {
	const executeScript = vi.fn(async () => {
		const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
		if (outcome instanceof Error) throw outcome;
		return [{ frameId: 0, documentId: 'd', result: outcome }];
	});
	Object.assign(fakeBrowser.scripting, { executeScript });
	return executeScript;
}

const PAGE = {
	html: '<main><h1>Doors</h1><p>They close.</p></main>',
	title: 'On doors',
	url: 'https://a.test/',
	taken: 15,
	shown: 30,
	id: 'one',
	pieces: 1,
};

afterEach(() => vi.useRealTimers());

describe('a page that is read', () => {
	it('comes as Markdown, with how much of it was taken', async () => {
		const executeScript = answer(undefined, PAGE);
		const page = await readPage(7, 'page');
		expect(page).toMatchObject({
			type: 'page',
			text: '# Doors\n\nThey close.',
			title: 'On doors',
			share: 0.5,
		});
		expect(executeScript).toHaveBeenCalledWith({ target: { tabId: 7 }, files: ['/collect-page.js'] });
	});

	it.each([
		[
			'denied',
			'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
		],
		['denied', 'Missing host permission for the tab'],
		['closed', 'Cannot access a chrome:// URL'],
		['closed', 'The extensions gallery cannot be scripted.'],
		['gone', 'Frame with ID 0 was removed.'],
		['gone', 'No tab with id: 7.'],
		['gone', 'Something that browsers say tomorrow'],
	])('is %s where the browser says “%s”', async (code, words) => {
		answer(new Error(words));
		await expect(readPage(7, 'page')).rejects.toMatchObject({ code });
	});

	it('is gone where another page has come between the two scripts', async () => {
		answer(undefined, new Error('The page was left: no frame.'));
		await expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'gone' });
	});

	it('comes whole where it is so long that it comes in pieces', async () => {
		const first = { ...PAGE, html: '<main><h1>Doors</h1><p>They', id: 'three', pieces: 3 };
		const executeScript = answer(undefined, first, ' close,', ' and open.</p></main>');
		const page = await readPage(7, 'page');
		expect(page.text).toBe('# Doors\n\nThey close, and open.');
		expect(executeScript).toHaveBeenLastCalledWith(expect.objectContaining({ args: ['three', 2] }));
	});

	it('is gone where it is left before all pieces have come', async () => {
		answer(undefined, { ...PAGE, id: 'three', pieces: 3 }, 'a piece', null);
		await expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'gone' });
	});

	it('is late where it never answers', async () => {
		vi.useFakeTimers();
		Object.assign(fakeBrowser.scripting, { executeScript: () => new Promise(() => undefined) });
		const reading = expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'late' });
		await vi.advanceTimersByTimeAsync(10_000);
		await reading;
	});

	it('is empty without words, and tells that nothing is selected', async () => {
		answer(undefined, { ...PAGE, html: '<div></div>', taken: 0, shown: 0 });
		await expect(readPage(7, 'page')).rejects.toMatchObject({ code: 'empty' });
		answer(undefined, null);
		await expect(readPage(7, 'selection')).rejects.toMatchObject({ code: 'nothing-selected' });
	});
});

describe('a page has changed', () => {
	const before = { url: 'https://a.test/x#one', length: 1_000 };
	it.each([
		[false, { ...before, url: 'https://a.test/x#two' }],
		[false, { ...before, length: 1_040 }],
		[true, { ...before, length: 1_100 }],
		[true, { ...before, url: 'https://a.test/y' }],
		[false, null],
	])('%j for %j', (isOther, now) => {
		expect(hasChanged(before, now)).toBe(isOther);
	});
});
