import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { quoteRead, readSelection, readSelectionOf } from '../../../utils/page/selection.ts';

const click = {
	text: 'one two',
	frameId: 0,
	pageUrl: 'https://a.example/',
	tab: { id: 7, title: 'A page', url: 'https://a.example/' },
};

/** What the page makes of the script that reads its selection. */
function pageThat(executeScript: () => Promise<unknown>): void {
	Object.assign(browser, { scripting: { executeScript } });
}
const read = (selected: string, hasKeyboard = true, whole = selected) => ({
	selected,
	whole,
	field: '',
	isSecret: false,
	hasKeyboard,
});

describe('the selection that is asked about', () => {
	beforeEach(() => {
		vi.useFakeTimers();
		vi.spyOn(console, 'info').mockImplementation(() => undefined);
	});
	afterEach(() => {
		vi.useRealTimers();
		Reflect.deleteProperty(browser, 'scripting');
	});

	it('has the line breaks that the page has', async () => {
		pageThat(async () => [{ result: read('one\ntwo') }]);
		expect(await readSelection(click)).toMatchObject({ text: 'one\ntwo' });
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is what a reader sees of it, without characters that show nothing: case 333', async () => {
		pageThat(async () => [{ result: read('one\u200b\u{e0041} two', true, 'one two three') }]);
		expect(await readSelection({ ...click, text: 'one two three' })).toMatchObject({ text: 'one two' });
		pageThat(async () => [{ result: read('', true, 'one two') }]);
		expect(await readSelection(click)).toBeNull();
		expect(quoteRead('\u200bone\u{e0041}', click.tab, click)).toMatchObject({ text: 'one' });
	});

	it('is nothing of a secret, whatever the menu tells: case 332', async () => {
		pageThat(async () => [{ result: { ...read(''), isSecret: true } }]);
		expect(await readSelection(click)).toBeNull();
	});

	it.each([
		['is closed to scripts', () => Promise.reject(new Error('Cannot access contents'))],
		['tells another text than the menu', async () => [{ result: read('a trap') }]],
		['tells nothing', async () => []],
	])('is the menu’s own text where the page %s: case 66', async (_, executeScript) => {
		pageThat(executeScript);
		expect(await readSelection(click)).toEqual({
			type: 'quote',
			text: 'one two',
			title: 'A page',
			url: 'https://a.example/',
		});
	});

	it('is the menu’s own text after two seconds where the page hangs', async () => {
		pageThat(() => new Promise(() => undefined));
		const told = vi.fn();
		void readSelection(click).then(told);
		await vi.advanceTimersByTimeAsync(1999);
		expect(told).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(told).toHaveBeenCalledWith(expect.objectContaining({ text: 'one two', title: 'A page' }));
	});

	it('is by a key that of the frame which has the keyboard, else of the first that has any: case 270', async () => {
		let focused = 9;
		const texts: [number, string][] = [
			[0, ''],
			[3, ' first '],
			[9, 'second'],
		];
		pageThat(async () =>
			texts.map(([frameId, text]) => ({ frameId, result: read(text, frameId === focused) })),
		);
		const quote = { type: 'quote', title: 'A page', url: 'https://a.example/' };
		expect(await readSelectionOf(click.tab)).toEqual({ ...quote, text: 'second' });
		focused = 0;
		expect(await readSelectionOf(click.tab)).toEqual({ ...quote, text: 'first' });
	});

	it.each([
		['has none', async () => [{ frameId: 0, result: read(' ') }]],
		['is closed to scripts', () => Promise.reject(new Error('Cannot access contents'))],
	])('is none by a key where the page %s: case 270', async (_, executeScript) => {
		pageThat(executeScript);
		expect(await readSelectionOf(click.tab)).toBeNull();
		expect(await readSelectionOf({})).toBeNull();
	});
});
