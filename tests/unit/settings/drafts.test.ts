import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentChat } from '../../../utils/settings/current-chat.ts';
import { draftOf, saveDraft } from '../../../utils/settings/drafts.ts';

describe('what windows remember until the browser closes', () => {
	beforeEach(() => fakeBrowser.reset());

	it('keeps a draft for each chat, and none for an empty text', async () => {
		await saveDraft('new', 'half a');
		await saveDraft('c1', 'other');
		await saveDraft('new', 'half a question');
		expect(await draftOf('new')).toBe('half a question');
		await saveDraft('new', '');
		expect(await draftOf('new')).toBe('');
		expect(await draftOf('c1')).toBe('other');
		expect(await fakeBrowser.storage.session.get()).toEqual({ 'draft:c1': 'other' });
		expect(await fakeBrowser.storage.local.get()).toEqual({});
	});

	it('writes a draft before it waits for anything, as the window may be closing', async () => {
		const saving = saveDraft('c1', 'half a thought');
		expect(await fakeBrowser.storage.session.get('draft:c1')).toEqual({ 'draft:c1': 'half a thought' });
		await saving;
	});

	it('has no draft where what is stored is no text', async () => {
		await fakeBrowser.storage.session.set({ 'draft:c1': 5 });
		expect(await draftOf('c1')).toBe('');
	});

	it('opens on a new chat until one was opened, and where the stored one is broken', async () => {
		expect(await currentChat.getValue()).toBeNull();
		await currentChat.setValue('c1');
		expect(await currentChat.getValue()).toBe('c1');
		await fakeBrowser.storage.session.set({ 'current-chat': { id: 'c1' } });
		expect(await currentChat.getValue()).toBeNull();
	});
});
