import { beforeEach, describe, expect, it } from 'vitest';
import { createDraftBox, type DraftBox } from '../../../components/chat/services/draft-box.ts';
import type { DraftKeeper } from '../../../components/chat/services/draft-keeper.ts';
import type { Quote } from '../../../utils/chat/schema.ts';
import { latch } from '../lockchat/latch.ts';

/** The texts that are stored, by chat. */
let stored: Map<string, string>;
/** The quotations that are stored, by chat. */
let storedQuotes: Map<string, readonly Quote[]>;
/** Tells the window that another one has removed these quotations of the chat it shows. */
let removeElsewhere: (quotes: readonly Quote[]) => void;
/** Lets what is being read be known, in its order. */
let tell: (() => void)[];
let text: string;
let drafts: DraftBox;

beforeEach(() => {
	stored = new Map();
	storedQuotes = new Map();
	tell = [];
	text = '';
	const keeper: DraftKeeper = {
		note(chatId, draft) {
			stored.set(chatId, draft.text);
			storedQuotes.set(chatId, draft.quotes);
		},
		flush: () => undefined,
		discard: (chatId) => void stored.delete(chatId),
		watch(_, onRemoved) {
			removeElsewhere = onRemoved;
			return () => undefined;
		},
		async read(chatId) {
			const { promise, resolve } = latch<void>();
			tell.push(() => resolve());
			await promise;
			return { text: stored.get(chatId) ?? '', quotes: storedQuotes.get(chatId) ?? [] };
		},
	};
	const box = {
		getText: () => text,
		fill: (next: string) => {
			text = next;
		},
	};
	drafts = createDraftBox(keeper, box, () => undefined);
});

const tasks = () => new Promise((resolve) => setImmediate(resolve));

/** All that is being read is known now, and what was then read as well. */
async function read(): Promise<void> {
	for (await tasks(); tell.length > 0; await tasks()) tell.shift()?.();
}

function type(next: string): void {
	text = next;
	drafts.note(next);
}

describe('the text box', () => {
	it('shows the draft of its chat, and gives it back to none but this one', async () => {
		stored.set('a', 'for a');
		drafts.show('a', null);
		await read();
		expect(text).toBe('for a');
		drafts.show('b', null);
		expect(text).toBe('');
		await read();
		expect(text).toBe('');
		expect(stored).toEqual(new Map([['a', 'for a']]));
	});

	it('leaves what is being typed alone when the stored draft comes late', async () => {
		stored.set('a', 'old words');
		drafts.show('a', null);
		type('new');
		await read();
		expect(text).toBe('new');
		type('new words');
		expect(text).toBe('new words');
	});

	it('keeps both, and shows the stored draft when the typed words are sent', async () => {
		stored.set('a', 'old words');
		drafts.show('a', null);
		type('new words');
		await read();
		expect(stored.get('a')).toBe('old words\n\nnew words');
		type('');
		expect(text).toBe('old words');
		expect(stored.get('a')).toBe('old words');
		type('');
		expect(stored.get('a')).toBe('');
	});

	it('shows a stored draft that comes after the typed words were sent', async () => {
		stored.set('a', 'old words');
		drafts.show('a', null);
		type('new words');
		type('');
		await read();
		expect(text).toBe('old words');
		expect(stored.get('a')).toBe('old words');
	});

	it('does not replace a stored draft that is not read yet', () => {
		stored.set('a', 'old words');
		drafts.show('a', null);
		type('new');
		expect(stored.get('a')).toBe('old words');
	});

	it('takes along what was typed before it had a chat', async () => {
		text = 'quick fingers';
		drafts.show('a', null);
		await read();
		expect(text).toBe('quick fingers');
		expect(stored.get('a')).toBe('quick fingers');
	});

	it('gives each chat what was typed for it, however fast one goes from one to the other', async () => {
		stored.set('a', 'old words');
		drafts.show('a', null);
		type('for a');
		drafts.show('b', null);
		type('for b');
		drafts.show('a', null);
		await read();
		expect(text).toBe('old words\n\nfor a');
		expect(stored).toEqual(
			new Map([
				['a', 'old words\n\nfor a'],
				['b', 'for b'],
			]),
		);
	});

	it('keeps the words that were written for a chat that is gone, for the one in its place', async () => {
		stored.set('new', 'begun before');
		drafts.show('gone', null);
		await read();
		type('for the gone one');
		drafts.show('new', 'gone');
		await read();
		expect(text).toBe('for the gone one');
		expect(stored.get('new')).toBe('begun before\n\nfor the gone one');
		expect(stored.get('gone')).toBe('');
	});

	it('keeps also the stored draft of a chat that is gone before it was read', async () => {
		stored.set('gone', 'old words');
		drafts.show('gone', null);
		drafts.show('new', 'gone');
		await read();
		expect(text).toBe('old words');
		expect(stored.get('new')).toBe('old words');
		expect(stored.get('gone')).toBe('');
	});

	it('leaves the words of a chat with it when the user goes on to another', async () => {
		drafts.show('a', null);
		await read();
		type('for a');
		drafts.show('new', null);
		await read();
		expect(text).toBe('');
		expect(stored).toEqual(new Map([['a', 'for a']]));
	});
});

const QUOTE = { type: 'quote', text: 'a quoted line', title: 'A page', url: 'https://example.org/' } as const;
const OTHER = { ...QUOTE, text: 'another line' };

describe('a quotation', () => {
	it('stays with the chat it was taken for, and comes back with it', async () => {
		drafts.show('a', null);
		await read();
		drafts.attach(QUOTE);
		drafts.show('b', null);
		expect(drafts.getQuotes()).toEqual([]);
		await read();
		expect(drafts.getQuotes()).toEqual([]);
		drafts.show('a', null);
		await read();
		expect(drafts.getQuotes()).toEqual([QUOTE]);
		expect(storedQuotes.get('b') ?? []).toEqual([]);
	});

	it('that is taken before the window knows its chat, or its draft, joins what is stored', async () => {
		stored.set('a', 'old words');
		storedQuotes.set('a', [OTHER]);
		drafts.attach(QUOTE);
		expect(drafts.getQuotes()).toEqual([QUOTE]);
		drafts.show('a', null);
		expect(drafts.getQuotes()).toEqual([QUOTE]);
		await read();
		expect(text).toBe('old words');
		expect(drafts.getQuotes()).toEqual([OTHER, QUOTE]);
		expect(storedQuotes.get('a')).toEqual([OTHER, QUOTE]);
	});

	it('with half a character in it is held as the storage gives it back: it would seem to be another one', async () => {
		drafts.show('a', null);
		await read();
		drafts.attach({ type: 'quote', text: 'cut \ud83d', title: '\udc00', url: 'https://a.example/' });
		expect(drafts.getQuotes()).toEqual([
			{ type: 'quote', text: 'cut \ufffd', title: '\ufffd', url: 'https://a.example/' },
		]);
		drafts.attach({ type: 'quote', text: 'cut \ud83d', title: '', url: 'https://a.example/' });
		expect(drafts.getQuotes()).toHaveLength(1);
	});

	it('is attached once', async () => {
		storedQuotes.set('a', [QUOTE]);
		drafts.show('a', null);
		drafts.attach({ ...QUOTE });
		await read();
		drafts.attach({ ...QUOTE });
		expect(drafts.getQuotes()).toEqual([QUOTE]);
	});

	it('waits with the stored text where the user has begun to write: what is sent is what was seen', async () => {
		stored.set('a', 'old words');
		storedQuotes.set('a', [QUOTE]);
		drafts.show('a', null);
		type('new words');
		await read();
		expect(drafts.getQuotes()).toEqual([]);
		expect(storedQuotes.get('a')).toEqual([QUOTE]);
		drafts.clear();
		expect(text).toBe('old words');
		expect(drafts.getQuotes()).toEqual([QUOTE]);
		expect([stored.get('a'), storedQuotes.get('a')]).toEqual(['old words', [QUOTE]]);
	});

	it('is no draft any longer when it has been sent, or removed', async () => {
		drafts.show('a', null);
		await read();
		drafts.attach(QUOTE);
		drafts.attach(OTHER);
		drafts.remove(QUOTE);
		expect(storedQuotes.get('a')).toEqual([OTHER]);
		type('why?');
		drafts.clear();
		expect([text, stored.get('a')]).toEqual(['', '']);
		expect([drafts.getQuotes(), storedQuotes.get('a')]).toEqual([[], []]);
	});

	it('goes along with the words that were written for a chat that is gone', async () => {
		drafts.show('gone', null);
		await read();
		drafts.attach(QUOTE);
		type('why?');
		drafts.show('new', 'gone');
		await read();
		expect([text, drafts.getQuotes()]).toEqual(['why?', [QUOTE]]);
		expect([storedQuotes.get('new'), storedQuotes.get('gone')]).toEqual([[QUOTE], []]);
	});

	it('goes when another window has sent it, and leaves the words in the box alone', async () => {
		storedQuotes.set('a', [QUOTE, OTHER]);
		drafts.show('a', null);
		await read();
		type('why?');
		removeElsewhere([QUOTE]);
		expect(text).toBe('why?');
		expect(drafts.getQuotes()).toEqual([OTHER]);
	});
});
