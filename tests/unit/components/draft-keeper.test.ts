import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createDraftKeeper } from '../../../components/chat/services/drafts.ts';
import { draftOf } from '../../../utils/settings/drafts.ts';

const rethrow = (error: unknown) => {
	throw error;
};

beforeEach(() => {
	fakeBrowser.reset();
	vi.useFakeTimers();
	return () => vi.useRealTimers();
});

it('stores a draft when the keys rest, and not at each of them', async () => {
	const keeper = createDraftKeeper(rethrow);
	keeper.note('c', 'h');
	keeper.note('c', 'hi');
	await vi.advanceTimersByTimeAsync(100);
	expect(await draftOf('c')).toBe('');
	await vi.advanceTimersByTimeAsync(300);
	expect(await draftOf('c')).toBe('hi');
});

it('stores it at once when the window goes away', async () => {
	const keeper = createDraftKeeper(rethrow);
	keeper.note('c', 'half a thought');
	keeper.flush();
	await vi.advanceTimersByTimeAsync(0);
	expect(await draftOf('c')).toBe('half a thought');
});

it('keeps the drafts of chats apart, however fast one goes from one to the other', async () => {
	const keeper = createDraftKeeper(rethrow);
	keeper.note('a', 'for a');
	keeper.note('b', 'for b');
	expect(await keeper.read('b')).toBe('for b');
	expect(await keeper.read('a')).toBe('for a');
});

it('forgets a draft that was sent', async () => {
	const keeper = createDraftKeeper(rethrow);
	keeper.note('c', 'hi');
	keeper.note('c', '');
	expect(await keeper.read('c')).toBe('');
});
