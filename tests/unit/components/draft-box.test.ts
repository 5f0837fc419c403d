import { describe, expect, it } from 'vitest';
import { box, read, type } from './draft-box-world.ts';

describe('the text box', () => {
	it('shows the draft of its chat, and gives it back to none but this one', async () => {
		box.stored.set('a', 'for a');
		box.drafts.show('a', null);
		await read();
		expect(box.text).toBe('for a');
		box.drafts.show('b', null);
		expect(box.text).toBe('');
		await read();
		expect(box.text).toBe('');
		expect(box.stored).toEqual(new Map([['a', 'for a']]));
	});

	it('leaves what is being typed alone when the stored draft comes late', async () => {
		box.stored.set('a', 'old words');
		box.drafts.show('a', null);
		type('new');
		await read();
		expect(box.text).toBe('new');
		type('new words');
		expect(box.text).toBe('new words');
	});

	it('keeps both, and shows the stored draft when the typed words are sent', async () => {
		box.stored.set('a', 'old words');
		box.drafts.show('a', null);
		type('new words');
		await read();
		expect(box.stored.get('a')).toBe('old words\n\nnew words');
		type('');
		expect(box.text).toBe('old words');
		expect(box.stored.get('a')).toBe('old words');
		type('');
		expect(box.stored.get('a')).toBe('');
	});

	it('shows a stored draft that comes after the typed words were sent', async () => {
		box.stored.set('a', 'old words');
		box.drafts.show('a', null);
		type('new words');
		type('');
		await read();
		expect(box.text).toBe('old words');
		expect(box.stored.get('a')).toBe('old words');
	});

	it('does not replace a stored draft that is not read yet', () => {
		box.stored.set('a', 'old words');
		box.drafts.show('a', null);
		type('new');
		expect(box.stored.get('a')).toBe('old words');
	});

	it('takes along what was typed before it had a chat', async () => {
		box.text = 'quick fingers';
		box.drafts.show('a', null);
		await read();
		expect(box.text).toBe('quick fingers');
		expect(box.stored.get('a')).toBe('quick fingers');
	});

	it('gives each chat what was typed for it, however fast one goes from one to the other', async () => {
		box.stored.set('a', 'old words');
		box.drafts.show('a', null);
		type('for a');
		box.drafts.show('b', null);
		type('for b');
		box.drafts.show('a', null);
		await read();
		expect(box.text).toBe('old words\n\nfor a');
		expect(box.stored).toEqual(
			new Map([
				['a', 'old words\n\nfor a'],
				['b', 'for b'],
			]),
		);
	});

	it('keeps the words that were written for a chat that is gone, for the one in its place', async () => {
		box.stored.set('new', 'begun before');
		box.drafts.show('gone', null);
		await read();
		type('for the gone one');
		box.drafts.show('new', 'gone');
		await read();
		expect(box.text).toBe('for the gone one');
		expect(box.stored.get('new')).toBe('begun before\n\nfor the gone one');
		expect(box.stored.get('gone')).toBe('');
	});

	it('keeps also the stored draft of a chat that is gone before it was read', async () => {
		box.stored.set('gone', 'old words');
		box.drafts.show('gone', null);
		box.drafts.show('new', 'gone');
		await read();
		expect(box.text).toBe('old words');
		expect(box.stored.get('new')).toBe('old words');
		expect(box.stored.get('gone')).toBe('');
	});

	it('leaves the words of a chat with it when the user goes on to another', async () => {
		box.drafts.show('a', null);
		await read();
		type('for a');
		box.drafts.show('new', null);
		await read();
		expect(box.text).toBe('');
		expect(box.stored).toEqual(new Map([['a', 'for a']]));
	});
});
