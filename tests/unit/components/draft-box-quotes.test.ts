import { describe, expect, it } from 'vitest';
import { box, read, type } from './draft-box-world.ts';

const QUOTE = { type: 'quote', text: 'a quoted line', title: 'A page', url: 'https://example.org/' } as const;
const OTHER = { ...QUOTE, text: 'another line' };

describe('case 107: a quotation', () => {
	it('stays with the chat it was taken for, and comes back with it', async () => {
		box.drafts.show('a', null);
		await read();
		box.drafts.attach(QUOTE);
		box.drafts.show('b', null);
		expect(box.drafts.getAttachments()).toEqual([]);
		await read();
		expect(box.drafts.getAttachments()).toEqual([]);
		box.drafts.show('a', null);
		await read();
		expect(box.drafts.getAttachments()).toEqual([QUOTE]);
		expect(box.storedAttachments.get('b') ?? []).toEqual([]);
	});

	it('that is taken before the window knows its chat, or its draft, joins what is stored', async () => {
		box.stored.set('a', 'old words');
		box.storedAttachments.set('a', [OTHER]);
		box.drafts.attach(QUOTE);
		expect(box.drafts.getAttachments()).toEqual([QUOTE]);
		box.drafts.show('a', null);
		expect(box.drafts.getAttachments()).toEqual([QUOTE]);
		await read();
		expect(box.text).toBe('old words');
		expect(box.drafts.getAttachments()).toEqual([OTHER, QUOTE]);
		expect(box.storedAttachments.get('a')).toEqual([OTHER, QUOTE]);
	});

	it('with half a character in it is held as the storage gives it back: it would seem to be another one', async () => {
		box.drafts.show('a', null);
		await read();
		box.drafts.attach({ type: 'quote', text: 'cut \ud83d', title: '\udc00', url: 'https://a.example/' });
		expect(box.drafts.getAttachments()).toEqual([
			{ type: 'quote', text: 'cut \ufffd', title: '\ufffd', url: 'https://a.example/' },
		]);
		box.drafts.attach({ type: 'quote', text: 'cut \ud83d', title: '', url: 'https://a.example/' });
		expect(box.drafts.getAttachments()).toHaveLength(1);
	});

	it('is attached once', async () => {
		box.storedAttachments.set('a', [QUOTE]);
		box.drafts.show('a', null);
		box.drafts.attach({ ...QUOTE });
		await read();
		box.drafts.attach({ ...QUOTE });
		expect(box.drafts.getAttachments()).toEqual([QUOTE]);
	});

	it('waits with the stored text where the user has begun to write: what is sent is what was seen', async () => {
		box.stored.set('a', 'old words');
		box.storedAttachments.set('a', [QUOTE]);
		box.drafts.show('a', null);
		type('new words');
		await read();
		expect(box.drafts.getAttachments()).toEqual([]);
		expect(box.storedAttachments.get('a')).toEqual([QUOTE]);
		box.drafts.clear();
		expect(box.text).toBe('old words');
		expect(box.drafts.getAttachments()).toEqual([QUOTE]);
		expect([box.stored.get('a'), box.storedAttachments.get('a')]).toEqual(['old words', [QUOTE]]);
	});

	it('is no draft any longer when it has been sent, or removed', async () => {
		box.drafts.show('a', null);
		await read();
		box.drafts.attach(QUOTE);
		box.drafts.attach(OTHER);
		box.drafts.remove(QUOTE);
		expect(box.storedAttachments.get('a')).toEqual([OTHER]);
		type('why?');
		box.drafts.clear();
		expect([box.text, box.stored.get('a')]).toEqual(['', '']);
		expect([box.drafts.getAttachments(), box.storedAttachments.get('a')]).toEqual([[], []]);
	});

	it('goes along with the words that were written for a chat that is gone', async () => {
		box.drafts.show('gone', null);
		await read();
		box.drafts.attach(QUOTE);
		type('why?');
		box.drafts.show('new', 'gone');
		await read();
		expect([box.text, box.drafts.getAttachments()]).toEqual(['why?', [QUOTE]]);
		expect([box.storedAttachments.get('new'), box.storedAttachments.get('gone')]).toEqual([[QUOTE], []]);
	});

	it('goes when another window has sent it, and leaves the words in the box alone', async () => {
		box.storedAttachments.set('a', [QUOTE, OTHER]);
		box.drafts.show('a', null);
		await read();
		type('why?');
		box.removeElsewhere([QUOTE]);
		expect(box.text).toBe('why?');
		expect(box.drafts.getAttachments()).toEqual([OTHER]);
	});
});
