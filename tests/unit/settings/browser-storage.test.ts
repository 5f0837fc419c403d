import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { setItem, watchItem } from '../../../utils/settings/browser-storage.ts';

beforeEach(() => fakeBrowser.reset());

describe('a watched value', () => {
	const draft = { text: 'Why?', attachments: [{ type: 'page', text: 'x'.repeat(1_000), share: 1 }] };

	it.each<[string, unknown]>([
		['a text', { ...draft, text: 'How?' }],
		['a text deep in it', { ...draft, attachments: [{ ...draft.attachments[0], text: 'y' }] }],
		['one more entry', { ...draft, more: true }],
		['one entry less', { text: draft.text }],
		['another entry with the same value', { words: draft.text, attachments: draft.attachments }],
		['an object in the place of a list', { ...draft, attachments: { 0: draft.attachments[0] } }],
		['a longer list', { ...draft, attachments: [...draft.attachments, null] }],
		['all of it', null],
	])('is told where a write changes %s', async (_, changed) => {
		await setItem('session:draft', draft);
		const told = vi.fn();
		watchItem('session:draft', told);
		await setItem('session:draft', changed);
		await vi.waitFor(() => expect(told).toHaveBeenCalledExactlyOnceWith(changed));
	});

	it('is not told where a write leaves it as it is, as Firefox tells of those, too', async () => {
		await setItem('session:draft', draft);
		const told = vi.fn();
		watchItem('session:draft', told);
		await setItem('session:draft', structuredClone(draft));
		await setItem('session:draft', { attachments: draft.attachments, text: draft.text });
		await setItem('session:draft', 'the end');
		await vi.waitFor(() => expect(told).toHaveBeenCalledWith('the end'));
		expect(told).toHaveBeenCalledTimes(1);
	});
});
