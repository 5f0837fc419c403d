import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFeed } from '../../../utils/run/background/hub.ts';
import type { RunEvent } from '../../../utils/run/protocol.ts';

const text = (piece: string): RunEvent => ({ type: 'text', text: piece, index: 0 });

function setUp(since = 0) {
	const posted: { since: number; rev: number; events: RunEvent[] }[] = [];
	const feed = createFeed('a', since, ({ since: from, rev, events }) =>
		posted.push({ since: from, rev, events }),
	);
	return { feed, posted };
}

describe('a feed to one window', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('posts the first event at once', () => {
		const { feed, posted } = setUp();
		feed.push(text('H'), 1);
		expect(posted).toEqual([{ since: 0, rev: 1, events: [text('H')] }]);
	});

	it('posts the first words at once, together with a status that came with them', () => {
		const { feed, posted } = setUp();
		feed.push({ type: 'status', status: 'accepted' }, 1);
		expect(posted).toEqual([]);
		feed.push(text('H'), 2);
		expect(posted).toEqual([
			{ since: 0, rev: 2, events: [{ type: 'status', status: 'accepted' }, text('H')] },
		]);
		vi.advanceTimersByTime(100);
		expect(posted).toHaveLength(1);
	});

	it('posts a status within a frame where no words come with it', () => {
		const { feed, posted } = setUp();
		feed.push({ type: 'status', status: 'queued' }, 1);
		vi.advanceTimersByTime(16);
		expect(posted).toEqual([{ since: 0, rev: 1, events: [{ type: 'status', status: 'queued' }] }]);
	});

	it('lets the first words wait for no acknowledgement, and the next ones for theirs', () => {
		const { feed, posted } = setUp();
		feed.push({ type: 'unsaved' }, 1);
		feed.push(text('H'), 2);
		feed.push(text('i'), 3);
		feed.ack(1);
		vi.advanceTimersByTime(100);
		expect(posted.map(({ rev }) => rev)).toEqual([1, 2]);
		feed.ack(2);
		expect(posted[2]?.events).toEqual([text('i')]);
	});

	it('joins what comes within a frame into one message', () => {
		const { feed, posted } = setUp();
		feed.push(text('H'), 1);
		feed.ack(1);
		feed.push(text('e'), 2);
		feed.push(text('l'), 3);
		feed.push({ type: 'reasoning', text: 'hm', index: 1 }, 4);
		feed.push(text('lo'), 5);
		expect(posted).toHaveLength(1);
		vi.advanceTimersByTime(16);
		expect(posted.slice(1)).toEqual([
			{ since: 1, rev: 5, events: [text('el'), { type: 'reasoning', text: 'hm', index: 1 }, text('lo')] },
		]);
	});

	it('holds everything back until the window acknowledges, then posts it at once', () => {
		const { feed, posted } = setUp();
		feed.push(text('a'), 1);
		for (let rev = 2; rev <= 1_001; rev += 1) feed.push(text('b'), rev);
		vi.advanceTimersByTime(10_000);
		expect(posted).toHaveLength(1);
		feed.ack(1);
		expect(posted.slice(1)).toEqual([{ since: 1, rev: 1_001, events: [text('b'.repeat(1_000))] }]);
	});

	it('takes no acknowledgement of an earlier message for the last one', () => {
		const { feed, posted } = setUp(5);
		feed.push(text('a'), 6);
		feed.push(text('b'), 7);
		feed.ack(5);
		vi.advanceTimersByTime(100);
		expect(posted).toHaveLength(1);
	});

	it('posts at most once a frame however fast the window is', () => {
		const { feed, posted } = setUp();
		for (let rev = 1; rev <= 1_000; rev += 1) {
			feed.push(text('x'), rev);
			feed.ack(rev);
			vi.advanceTimersByTime(1);
		}
		expect(posted.length).toBeLessThanOrEqual(1_000 / 16 + 1);
		vi.advanceTimersByTime(16);
		const whole = posted
			.flatMap(({ events }) => events.map((event) => ('text' in event ? event.text : '')))
			.join('');
		expect(whole).toBe('x'.repeat(1_000));
	});

	it('posts nothing after it is closed', () => {
		const { feed, posted } = setUp();
		feed.push(text('a'), 1);
		feed.ack(1);
		feed.push(text('b'), 2);
		feed.close();
		feed.push(text('c'), 3);
		vi.advanceTimersByTime(100);
		expect(posted).toHaveLength(1);
	});

	it('posts nothing of what it held back when it is closed, nor anything new', () => {
		const { feed, posted } = setUp();
		feed.push({ type: 'unsaved' }, 1);
		feed.push({ type: 'unsaved' }, 2);
		feed.close();
		feed.ack(1);
		vi.advanceTimersByTime(100);
		expect(posted.map(({ rev }) => rev)).toEqual([1]);
		const other = setUp();
		other.feed.close();
		other.feed.push({ type: 'unsaved' }, 1);
		other.feed.push(text('a'), 2);
		vi.advanceTimersByTime(100);
		expect(other.posted).toEqual([]);
	});
});
