import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { fieldOf, markField } from '../../../utils/page/marked-fields.ts';

/** What the script in the page tells of the field that has the focus. */
const pageTells = (result: unknown) =>
	Object.assign(browser, { scripting: { executeScript: async () => [{ result }] } });
const pageMarks = (marked: object | null) => pageTells({ path: [], inner: null, marked });

describe('cases 263 and 265: the field that a question was about', () => {
	beforeEach(() => {
		fakeBrowser.reset();
		vi.spyOn(console, 'info').mockImplementation(() => undefined);
	});
	afterEach(() => {
		Reflect.deleteProperty(browser, 'scripting');
		vi.restoreAllMocks();
	});

	it('is found by what was quoted, the nearest question first, and of the same texts the newest', async () => {
		vi.spyOn(Date, 'now').mockReturnValueOnce(1).mockReturnValueOnce(2).mockReturnValueOnce(3);
		pageMarks({ token: 'a', text: ' teh\ncat ' });
		await markField(7, 0, 'teh cat');
		pageMarks({ token: 'b', text: 'a dog' });
		await markField(8, 4, 'a dog');
		pageMarks({ token: 'c', text: 'teh cat' });
		await markField(9, 0, 'teh cat');
		expect(await fieldOf([['teh cat']])).toMatchObject({ token: 'c', tabId: 9, frameId: 0 });
		expect(await fieldOf([['else', 'a dog'], ['teh cat']])).toMatchObject({
			token: 'b',
			tabId: 8,
			frameId: 4,
		});
		expect(await fieldOf([['else'], ['teh cat']])).toMatchObject({ token: 'c' });
	});

	it.each([
		['another field has the focus', { path: [], inner: null, marked: { token: 'a', text: 'a dog' } }],
		['no field has it', { path: [], inner: null, marked: null }],
		['the page tells nothing', undefined],
	])('is none where %s', async (_, told) => {
		pageTells(told);
		await markField(7, 0, 'teh cat');
		expect(await fieldOf([['teh cat'], ['a dog']])).toBeNull();
	});

	it('is none where the page cannot be reached', async () => {
		Object.assign(browser, { scripting: { executeScript: () => Promise.reject(new Error('No tab')) } });
		await markField(7, 0, 'teh cat');
		expect(await fieldOf([['teh cat']])).toBeNull();
	});

	it('is kept without its text, and no more than fifty of them', async () => {
		const long = 'x'.repeat(100_000);
		for (let at = 0; at < 60; at++) {
			pageMarks({ token: `t${at}`, text: long });
			await markField(7, at, long);
		}
		await fieldOf([]);
		const kept = await browser.storage.session.get(null);
		expect(Object.keys(kept)).toHaveLength(50);
		expect(JSON.stringify(kept).length).toBeLessThan(50_000);
	});
});
