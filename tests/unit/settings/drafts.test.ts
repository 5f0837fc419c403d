import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentChat } from '../../../utils/settings/current-chat.ts';
import { draftOf, EMPTY_DRAFT, saveDraft } from '../../../utils/settings/drafts.ts';

describe('what windows remember until the browser closes', () => {
	beforeEach(() => fakeBrowser.reset());

	it('keeps a draft for each chat, and none for an empty text', async () => {
		await saveDraft('new', { ...EMPTY_DRAFT, text: 'half a' });
		await saveDraft('c1', { ...EMPTY_DRAFT, text: 'other' });
		await saveDraft('new', { ...EMPTY_DRAFT, text: 'half a question' });
		expect((await draftOf('new')).text).toBe('half a question');
		await saveDraft('new', { ...EMPTY_DRAFT, text: '' });
		expect((await draftOf('new')).text).toBe('');
		expect((await draftOf('c1')).text).toBe('other');
		expect(await fakeBrowser.storage.session.get()).toEqual({
			'draft:c1': { parts: [{ type: 'text', text: 'other' }] },
		});
		expect(await fakeBrowser.storage.local.get()).toEqual({});
	});

	it('writes a draft before it waits for anything, as the window may be closing', async () => {
		const saving = saveDraft('c1', { ...EMPTY_DRAFT, text: 'half a thought' });
		expect(await fakeBrowser.storage.session.get('draft:c1')).toEqual({
			'draft:c1': { parts: [{ type: 'text', text: 'half a thought' }] },
		});
		await saving;
	});

	it('has no draft where what is stored is no text', async () => {
		await fakeBrowser.storage.session.set({ 'draft:c1': 5 });
		expect((await draftOf('c1')).text).toBe('');
	});

	it('reads the drafts of earlier versions, which were texts alone', async () => {
		await fakeBrowser.storage.session.set({ 'draft:c1': 'half a thought' });
		expect(await draftOf('c1')).toEqual({ ...EMPTY_DRAFT, text: 'half a thought' });
	});

	it('keeps quotations and text apart, and what it does not know as it was', async () => {
		const quote = { type: 'quote', text: 'a line', title: 'A page', url: 'https://example.org/' } as const;
		const unknownParts = [{ type: 'hologram' }, { type: 'quote', text: 5 }, 'a part?'];
		const draft = { text: 'why?', attachments: [quote], unknownParts };
		await saveDraft('c1', draft);
		expect(await draftOf('c1')).toEqual(draft);
		await saveDraft('c1', { ...draft, text: '', attachments: [] });
		expect(await draftOf('c1')).toEqual({ ...EMPTY_DRAFT, unknownParts });
	});

	it('opens on a new chat until one was opened, and where the stored one is broken', async () => {
		expect(await currentChat.getValue()).toBeNull();
		await currentChat.setValue('c1');
		expect(await currentChat.getValue()).toBe('c1');
		await fakeBrowser.storage.session.set({ 'current-chat': { id: 'c1' } });
		expect(await currentChat.getValue()).toBeNull();
	});
});
