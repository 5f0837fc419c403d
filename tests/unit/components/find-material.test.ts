// @vitest-environment happy-dom
import './fake-texts.ts';

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { findMaterial } from '../../../components/chat/attach/find-material.ts';
import type { Quote } from '../../../utils/chat/schema.ts';

const QUOTE: Quote = { type: 'quote', text: 'A word', title: 'A page', url: 'https://a.example/' };
const PAGE = { tabId: 7, title: 'A page', address: 'https://a.example/' };

/** What was run in pages. Every page refuses it, as one without access does. */
let asked: number;

beforeEach(() => {
	asked = 0;
	vi.spyOn(console, 'info').mockImplementation(() => undefined);
	const executeScript = async () => {
		asked++;
		throw new Error('Cannot access contents of the page');
	};
	const query = async () => [{ id: 7, active: true }];
	Object.assign(browser, { scripting: { executeScript }, tabs: { query } });
});

describe('case 261: what an action names is found', () => {
	it('and nothing else is read', async () => {
		const { material, unreadTabId } = await findMaterial('Say {language} and {input}', {
			on: QUOTE,
			page: PAGE,
		});
		expect(material).toMatchObject({ selection: QUOTE, page: null, clipboard: null, input: null });
		expect(unreadTabId).toBeNull();
		expect(asked).toBe(0);
	});

	it.each(['Sum up {page}', 'Sum up {selection}'])(
		'or the tab is told whose page could not be read: “%s”, on the page itself',
		async (text) => {
			const { material, unreadTabId } = await findMaterial(text, { on: null, page: PAGE });
			expect(material).toMatchObject({
				selection: null,
				page: null,
				title: 'A page',
				url: 'https://a.example/',
			});
			expect(unreadTabId).toBe(7);
		},
	);

	it('or is asked for, where it was chosen by a slash and the tab beside cannot be read', async () => {
		const { material, unreadTabId } = await findMaterial('Explain {selection}', null);
		expect(material).toMatchObject({ selection: null, title: null, url: null });
		expect(unreadTabId).toBeNull();
		expect(asked).toBeGreaterThan(0);
	});

	it('and what was written behind its name stands for it: no page is read', async () => {
		const { material } = await findMaterial('Explain {selection}', { input: 'rain' });
		expect(material).toMatchObject({ selection: null, input: 'rain' });
		expect(asked).toBe(0);
	});
});
