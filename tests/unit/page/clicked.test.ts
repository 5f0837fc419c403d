import { afterEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { type Click, readClicked } from '../../../utils/page/selection.ts';

const TAB = { id: 7, title: 'A page', url: 'https://a.example/' };

/** What the script makes of the field that has the focus. */
const fieldHas = (text: string) =>
	Object.assign(browser, {
		scripting: {
			executeScript: async () => [{ result: { selected: '', field: text, hasKeyboard: true } }],
		},
	});

afterEach(() => {
	Reflect.deleteProperty(browser, 'scripting');
	vi.restoreAllMocks();
});

describe('case 257: what was clicked on', () => {
	it.each<[string, Click, unknown]>([
		['a page', {}, null],
		['a field with a text', { editable: true }, { text: 'teh cat', title: 'A page', url: TAB.url }],
		[
			'a link',
			{ linkUrl: 'https://b.example/' },
			{ text: 'https://b.example/', title: '', url: 'https://b.example/' },
		],
		[
			'a picture',
			{ mediaType: 'image', srcUrl: 'https://c.example/1.png' },
			{ text: 'https://c.example/1.png', title: 'A page', url: TAB.url },
		],
		['a film', { mediaType: 'video', srcUrl: 'https://c.example/1.mp4' }, null],
		[
			'a selection, in a field or a link too',
			{ selectionText: 'teh cat', editable: true, linkUrl: 'x' },
			{ text: 'teh cat' },
		],
	])('%s', async (_, click, quote) => {
		fieldHas(' teh cat ');
		const read = await readClicked(click, TAB);
		if (quote === null) expect(read).toBeNull();
		else expect(read).toMatchObject({ type: 'quote', ...Object(quote) });
	});

	it('a field without a text, or one that cannot be read', async () => {
		fieldHas(' ');
		expect(await readClicked({ editable: true }, TAB)).toBeNull();
		vi.spyOn(console, 'info').mockImplementation(() => undefined);
		Reflect.deleteProperty(browser, 'scripting');
		expect(await readClicked({ editable: true }, TAB)).toBeNull();
	});
});
