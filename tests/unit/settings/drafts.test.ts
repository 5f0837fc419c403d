import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { currentChat } from '../../../utils/settings/current-chat.ts';
import { draftOf, drafts, saveDraft } from '../../../utils/settings/drafts.ts';

describe('what windows remember until the browser closes', () => {
	beforeEach(() => fakeBrowser.reset());

	it('keeps a draft for each chat, and none for an empty text', async () => {
		await saveDraft('new', 'half a');
		await saveDraft('c1', 'other');
		await saveDraft('new', 'half a question');
		expect(await draftOf('new')).toBe('half a question');
		await saveDraft('new', '');
		expect(await draftOf('new')).toBe('');
		expect(await drafts.getValue()).toEqual({ c1: 'other' });
		expect(await fakeBrowser.storage.local.get()).toEqual({});
	});

	it('keeps the drafts that are texts when others are broken', async () => {
		await fakeBrowser.storage.session.set({ drafts: { c1: 'kept', c2: 5 } });
		expect(await drafts.getValue()).toEqual({ c1: 'kept' });
	});

	it('opens on a new chat until one was opened, and where the stored one is broken', async () => {
		expect(await currentChat.getValue()).toBeNull();
		await currentChat.setValue('c1');
		expect(await currentChat.getValue()).toBe('c1');
		await fakeBrowser.storage.session.set({ 'current-chat': { id: 'c1' } });
		expect(await currentChat.getValue()).toBeNull();
	});
});
