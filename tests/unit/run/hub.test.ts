import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../utils/chat/schema.ts';
import { createHub, type Hub, type Watcher } from '../../../utils/run/background/hub.ts';
import type { RunEvent, Update } from '../../../utils/run/protocol.ts';
import { createLiveRuns } from '../../../utils/run/window/heard-chat.ts';
import { textIn } from '../flat-message.ts';

const answer: Message = {
	id: 'a',
	chatId: 'c',
	parentId: 'q',
	role: 'assistant',
	parts: [],
	status: 'waiting',
	createdAt: 1,
};
const text = (piece: string): RunEvent => ({ type: 'text', text: piece, index: 0 });

function publish(
	hub: Hub,
	chatId: string,
	{ answerId, rev, event }: { answerId: string; rev: number; event: RunEvent },
): void {
	hub.publisherOf(chatId, answerId)(rev, event);
}

/** A window that keeps what it is posted; `hub.ack` is the caller's. */
function createWindow(): Watcher & { posted: Update[] } {
	const posted: Update[] = [];
	return { posted, post: (update) => posted.push(update) };
}

describe('the hub', () => {
	afterEach(() => void vi.useRealTimers());

	it('posts a snapshot on attaching, and only events of that chat afterwards', () => {
		const hub = createHub();
		const here = createWindow();
		hub.attach(here, 'c', { runs: [], unsaved: null });
		publish(hub, 'c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		publish(hub, 'other', {
			answerId: 'b',
			rev: 1,
			event: { type: 'started', message: { ...answer, id: 'b' } },
		});
		expect(here.posted.map(({ type }) => type)).toEqual(['snapshot', 'events']);
	});

	it('gives a window that attaches in the middle the text so far and then the rest: case 57', () => {
		const hub = createHub();
		const late = createWindow();
		const message: Message = { ...answer, parts: [{ type: 'text', text: 'Hel' }], status: 'streaming' };
		hub.attach(late, 'c', { runs: [{ rev: 3, message, status: null, isUnsaved: false }], unsaved: null });
		publish(hub, 'c', { answerId: 'a', rev: 4, event: text('lo') });

		const runs = createLiveRuns(() => undefined);
		for (const update of late.posted) {
			if (update.type === 'snapshot') runs.replace(update.runs);
			if (update.type === 'events') expect(runs.apply(update)).toBe(true);
		}
		expect(textIn(runs.get().get('a'))).toBe('Hello');
	});

	it('keeps a slow window from holding up a fast one', () => {
		vi.useFakeTimers();
		const hub = createHub();
		const [slow, fast] = [createWindow(), createWindow()];
		for (const watcher of [slow, fast]) hub.attach(watcher, 'c', { runs: [], unsaved: null });
		publish(hub, 'c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		for (const rev of [2, 3, 4]) {
			publish(hub, 'c', { answerId: 'a', rev, event: text(`${rev}`) });
			hub.ack(fast, 'a', rev);
			vi.advanceTimersByTime(16);
		}
		const eventsOf = ({ posted }: { posted: Update[] }) =>
			posted.flatMap((update) => (update.type === 'events' ? update.events : []));
		expect(eventsOf(fast)).toEqual([{ type: 'started', message: answer }, text('2'), text('3'), text('4')]);
		// The events for the slow window are held for it. They come when it has acknowledged the earlier ones.
		expect(eventsOf(slow)).toEqual([{ type: 'started', message: answer }, text('2')]);
		hub.ack(slow, 'a', 2);
		vi.advanceTimersByTime(16);
		expect(eventsOf(slow).at(-1)).toEqual(text('34'));
	});

	it('takes an acknowledgement for the window that gave it, and for the answer it names', () => {
		vi.useFakeTimers();
		const hub = createHub();
		const here = createWindow();
		hub.attach(here, 'c', { runs: [], unsaved: null });
		publish(hub, 'c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		publish(hub, 'c', { answerId: 'a', rev: 2, event: { type: 'ended', message: answer, isUnsaved: false } });
		hub.ack(createWindow(), 'a', 1);
		hub.ack(here, 'b', 1);
		vi.advanceTimersByTime(1_000);
		expect(here.posted).toHaveLength(2);
		hub.ack(here, 'a', 1);
		vi.advanceTimersByTime(1_000);
		expect(here.posted).toHaveLength(3);
	});

	it('shows a window one chat at a time, and tells which', () => {
		const hub = createHub();
		const here = createWindow();
		expect(hub.chatOf(here)).toBeNull();
		hub.attach(here, 'other', { runs: [], unsaved: null });
		hub.attach(here, 'c', { runs: [], unsaved: null });
		expect(hub.chatOf(here)).toBe('c');
		publish(hub, 'other', { answerId: 'b', rev: 1, event: { type: 'started', message: answer } });
		expect(here.posted.map(({ type }) => type)).toEqual(['snapshot', 'snapshot']);
		hub.remove(here);
		expect(hub.chatOf(here)).toBeNull();
	});

	it('holds nothing back for a window that has attached elsewhere', () => {
		vi.useFakeTimers();
		const hub = createHub();
		const here = createWindow();
		hub.attach(here, 'c', { runs: [], unsaved: null });
		publish(hub, 'c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		hub.ack(here, 'a', 1);
		publish(hub, 'c', { answerId: 'a', rev: 2, event: { type: 'ended', message: answer, isUnsaved: false } });
		hub.attach(here, 'other', { runs: [], unsaved: null });
		vi.advanceTimersByTime(1_000);
		expect(here.posted.map(({ type }) => type)).toEqual(['snapshot', 'events', 'snapshot']);
	});

	it('posts a new snapshot to every window on a chat, and goes on from there', () => {
		const hub = createHub();
		const [here, there, elsewhere] = [createWindow(), createWindow(), createWindow()];
		for (const watcher of [here, there]) hub.attach(watcher, 'c', { runs: [], unsaved: null });
		hub.attach(elsewhere, 'other', { runs: [], unsaved: null });
		hub.refresh('c', { runs: [{ rev: 4, message: answer, status: null, isUnsaved: false }], unsaved: null });
		publish(hub, 'c', { answerId: 'a', rev: 5, event: text('Hi') });
		for (const watcher of [here, there]) {
			expect(watcher.posted.map(({ type }) => type)).toEqual(['snapshot', 'snapshot', 'events']);
			expect(watcher.posted.at(-1)).toMatchObject({ since: 4, rev: 5 });
		}
		expect(elsewhere.posted).toHaveLength(1);
	});

	it('does not say that nothing is unsaved while that is not known', () => {
		const hub = createHub();
		const here = createWindow();
		hub.attach(here, 'c', { runs: [] });
		expect(here.posted).toEqual([{ type: 'snapshot', chatId: 'c', runs: [] }]);
	});

	it('tells the windows on a chat that it was deleted, and no others', () => {
		const hub = createHub();
		const [here, elsewhere] = [createWindow(), createWindow()];
		hub.attach(here, 'c', { runs: [], unsaved: null });
		hub.attach(elsewhere, 'other', { runs: [], unsaved: null });
		hub.tellDeleted('c');
		expect(here.posted.at(-1)).toEqual({ type: 'deleted', chatId: 'c' });
		expect(elsewhere.posted).toHaveLength(1);
	});

	it('posts nothing to a window that is gone', () => {
		const hub = createHub();
		const gone = createWindow();
		hub.attach(gone, 'c', { runs: [], unsaved: null });
		hub.remove(gone);
		publish(hub, 'c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		expect(gone.posted).toHaveLength(1);
	});

	it('drops what it held back of the run before when the same answer starts again', () => {
		vi.useFakeTimers();
		const hub = createHub();
		const here = createWindow();
		hub.attach(here, 'c', { runs: [], unsaved: null });
		publish(hub, 'c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		hub.ack(here, 'a', 1);
		publish(hub, 'c', { answerId: 'a', rev: 2, event: { type: 'status', status: 'queued' } });
		publish(hub, 'c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		vi.advanceTimersByTime(1_000);
		const started = { type: 'events', answerId: 'a', since: 0, rev: 1 };
		expect(here.posted.slice(1)).toMatchObject([started, started]);
	});

	it('starts a feed anew when the same answer goes on: Continue', () => {
		const hub = createHub();
		const here = createWindow();
		hub.attach(here, 'c', { runs: [], unsaved: null });
		publish(hub, 'c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		// The first run was never acknowledged, and the second must not wait for it.
		publish(hub, 'c', {
			answerId: 'a',
			rev: 1,
			event: { type: 'started', message: { ...answer, parts: [{ type: 'text', text: 'part' }] } },
		});
		expect(here.posted.filter(({ type }) => type === 'events')).toHaveLength(2);
	});
});
