import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDraftKeeper } from '../../../components/chat/services/draft-keeper.ts';
import { draftOf, EMPTY_DRAFT, saveDraft } from '../../../utils/settings/drafts.ts';

const rethrow = (error: unknown) => {
	throw error;
};

beforeEach(() => {
	fakeBrowser.reset();
	vi.useFakeTimers();
	return () => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	};
});

it('stores a draft when the keys rest, and not at each of them', async () => {
	const keeper = createDraftKeeper(rethrow);
	keeper.note('c', { text: 'h', attachments: [] });
	keeper.note('c', { text: 'hi', attachments: [] });
	await vi.advanceTimersByTimeAsync(100);
	expect((await draftOf('c')).text).toBe('');
	await vi.advanceTimersByTimeAsync(300);
	expect((await draftOf('c')).text).toBe('hi');
});

it('stores it at once when the window goes away', async () => {
	const keeper = createDraftKeeper(rethrow);
	keeper.note('c', { text: 'half a thought', attachments: [] });
	keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	expect((await draftOf('c')).text).toBe('half a thought');
});

it('stores what is attached after the next frame, and without a frame as what is typed', async () => {
	const frames: (() => void)[] = [];
	vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
	const keeper = createDraftKeeper(rethrow);
	keeper.note('c', { text: 'a page', attachments: [] });
	keeper.flushAfterFrame();
	await vi.advanceTimersByTimeAsync(50);
	expect((await draftOf('c')).text).toBe('');
	frames.pop()?.();
	await vi.advanceTimersByTimeAsync(1);
	expect((await draftOf('c')).text).toBe('a page');

	keeper.note('c', { text: 'another', attachments: [] });
	keeper.flushAfterFrame();
	await vi.advanceTimersByTimeAsync(300);
	expect((await draftOf('c')).text).toBe('another');
});

it('keeps the drafts of chats apart, however fast one goes from one to the other', async () => {
	const keeper = createDraftKeeper(rethrow);
	keeper.note('a', { text: 'for a', attachments: [] });
	keeper.note('b', { text: 'for b', attachments: [] });
	expect((await keeper.read('b')).text).toBe('for b');
	expect((await keeper.read('a')).text).toBe('for a');
});

it('forgets a draft that was sent', async () => {
	const keeper = createDraftKeeper(rethrow);
	keeper.note('c', { text: 'hi', attachments: [] });
	keeper.note('c', { text: '', attachments: [] });
	expect((await keeper.read('c')).text).toBe('');
});

const QUOTE = { type: 'quote', text: 'a quoted line', title: 'A page', url: 'https://example.org/' } as const;
const OTHER = { ...QUOTE, text: 'another line' };

/** Two windows that show the draft of chat `c`, and what each was told to have been removed. */
async function twoWindows() {
	const open = async () => {
		const keeper = createDraftKeeper(rethrow);
		const removed: string[] = [];
		keeper.watch('c', (attachments) =>
			removed.push(...attachments.map((one) => ('text' in one ? one.text : ''))),
		);
		await keeper.read('c');
		return { keeper, removed };
	};
	return [await open(), await open()] as const;
}

it('leaves in place what another window has attached, also while this one writes', async () => {
	const [one, two] = await twoWindows();
	one.keeper.note('c', { text: '', attachments: [QUOTE] });
	one.keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	two.keeper.note('c', { text: 'why?', attachments: [OTHER] });
	two.keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	const { text, attachments } = await draftOf('c');
	expect(text).toBe('why?');
	expect(attachments).toEqual([OTHER, QUOTE]);
	expect([...one.removed, ...two.removed]).toEqual([]);
});

it('tells what another window has sent or removed, and does not store it again', async () => {
	await saveDraft('c', { ...EMPTY_DRAFT, attachments: [QUOTE, OTHER] });
	const [one, two] = await twoWindows();
	one.keeper.note('c', { text: '', attachments: [OTHER] });
	one.keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	expect(two.removed).toEqual(['a quoted line']);
	expect(one.removed).toEqual([]);
	two.keeper.note('c', { text: 'why?', attachments: [OTHER] });
	two.keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	expect((await draftOf('c')).attachments).toEqual([OTHER]);
});

it('does not take its own writes for those of another window, however fast they follow', async () => {
	const [one] = await twoWindows();
	one.keeper.note('c', { text: '', attachments: [QUOTE] });
	one.keeper.flush();
	one.keeper.note('c', { text: '', attachments: [QUOTE, OTHER] });
	one.keeper.flush();
	one.keeper.note('c', { text: '', attachments: [OTHER] });
	one.keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	expect(one.removed).toEqual([]);
	expect((await draftOf('c')).attachments).toEqual([OTHER]);
});

it('keeps parts of a kind that only a newer version knows', async () => {
	const part = { type: 'hologram', of: 'a cat' };
	await fakeBrowser.storage.session.set({ 'draft:c': { parts: [part, { type: 'text', text: 'hi' }] } });
	const keeper = createDraftKeeper(rethrow);
	expect((await keeper.read('c')).text).toBe('hi');
	keeper.note('c', { text: 'hi there', attachments: [QUOTE] });
	keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	expect(await draftOf('c')).toEqual({ text: 'hi there', attachments: [QUOTE], unknownParts: [part] });
});

it('keeps the words of the user where the storage has no room for the quotation', async () => {
	const errors: unknown[] = [];
	const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValueOnce(new Error('quota'));
	const keeper = createDraftKeeper((error) => errors.push(error));
	keeper.note('c', { text: 'why?', attachments: [QUOTE] });
	keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	set.mockRestore();
	expect(await draftOf('c')).toEqual({ ...EMPTY_DRAFT, text: 'why?' });
	expect(errors).toHaveLength(1);
});
