import { describe, expect, it } from 'vitest';
import type { Message } from '../../../utils/chat/schema.ts';
import { createHub, type Watcher } from '../../../utils/run/background/hub.ts';
import type { RunEvent, Update } from '../../../utils/run/protocol.ts';
import { createLiveRuns } from '../../../utils/run/window/live-runs.ts';
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

/** A window that keeps what it is posted; `hub.ack` is the caller's. */
function createWindow(): Watcher & { posted: Update[] } {
	const posted: Update[] = [];
	return { posted, post: (update) => posted.push(update) };
}

describe('the hub', () => {
	it('posts a snapshot on attaching, and only events of that chat afterwards', () => {
		const hub = createHub();
		const here = createWindow();
		hub.attach(here, 'c', { runs: [], unsaved: null });
		hub.publish('c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		hub.publish('other', {
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
		hub.publish('c', { answerId: 'a', rev: 4, event: text('lo') });

		const runs = createLiveRuns(() => undefined);
		for (const update of late.posted) {
			if (update.type === 'snapshot') runs.replace(update.runs);
			if (update.type === 'events') expect(runs.apply(update)).toBe(true);
		}
		expect(textIn(runs.get().get('a'))).toBe('Hello');
	});

	it('keeps a slow window from holding up a fast one', () => {
		const hub = createHub();
		const [slow, fast] = [createWindow(), createWindow()];
		for (const watcher of [slow, fast]) hub.attach(watcher, 'c', { runs: [], unsaved: null });
		hub.publish('c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		hub.ack(fast, 'a', 1);
		hub.publish('c', { answerId: 'a', rev: 2, event: { type: 'ended', message: answer, isUnsaved: false } });
		hub.ack(fast, 'a', 1);
		expect(slow.posted).toHaveLength(2);
		expect(fast.posted.length).toBeGreaterThanOrEqual(2);
	});

	it('posts a new snapshot to every window on a chat, and goes on from there', () => {
		const hub = createHub();
		const [here, there, elsewhere] = [createWindow(), createWindow(), createWindow()];
		for (const watcher of [here, there]) hub.attach(watcher, 'c', { runs: [], unsaved: null });
		hub.attach(elsewhere, 'other', { runs: [], unsaved: null });
		hub.refresh('c', { runs: [{ rev: 4, message: answer, status: null, isUnsaved: false }], unsaved: null });
		hub.publish('c', { answerId: 'a', rev: 5, event: text('Hi') });
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
		hub.publish('c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		expect(gone.posted).toHaveLength(1);
	});

	it('starts a feed anew when the same answer goes on: Continue', () => {
		const hub = createHub();
		const here = createWindow();
		hub.attach(here, 'c', { runs: [], unsaved: null });
		hub.publish('c', { answerId: 'a', rev: 1, event: { type: 'started', message: answer } });
		// Never acknowledged; the second run must not wait for the first.
		hub.publish('c', {
			answerId: 'a',
			rev: 1,
			event: { type: 'started', message: { ...answer, parts: [{ type: 'text', text: 'part' }] } },
		});
		expect(here.posted.filter(({ type }) => type === 'events')).toHaveLength(2);
	});
});
