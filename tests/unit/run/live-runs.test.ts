import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../utils/chat/types.ts';
import type { RunEvent, Update } from '../../../utils/run/protocol.ts';
import { createLiveRuns } from '../../../utils/run/window/live-runs.ts';

const answer: Message = {
	id: 'a',
	chatId: 'c',
	parentId: 'q',
	role: 'assistant',
	content: '',
	status: 'waiting',
	createdAt: 1,
};
const events = (since: number, rev: number, list: RunEvent[]): Extract<Update, { type: 'events' }> => ({
	type: 'events',
	answerId: 'a',
	since,
	rev,
	events: list,
});
const text = (piece: string): RunEvent => ({ type: 'text', text: piece });

function setUp(content = '') {
	let changes = 0;
	const runs = createLiveRuns(() => {
		changes += 1;
	});
	runs.replace([{ rev: 1, message: { ...answer, content }, status: null, isUnsaved: false }]);
	return { runs, changes: () => changes };
}

describe('the runs a window sees', () => {
	it('grow in place, and tell of it once: tokens change no object', () => {
		const { runs, changes } = setUp();
		runs.apply(events(1, 2, [text('one ')]));
		const before = runs.get();
		const told = changes();
		runs.apply(events(2, 3, [text('two ')]));
		runs.apply(events(3, 4, [text('three')]));
		expect(runs.get()).toBe(before);
		expect(changes()).toBe(told);
		expect(runs.get().get('a')?.text.toString()).toBe('one two three');
	});

	it('ignore a batch they have seen', () => {
		const { runs } = setUp();
		runs.apply(events(1, 2, [text('once')]));
		expect(runs.apply(events(1, 2, [text('once')]))).toBe(true);
		expect(runs.get().get('a')?.text.toString()).toBe('once');
	});

	it.each([
		['a gap', 3, 4],
		['a batch that overlaps', 0, 3],
	])('ask to attach again at %s', (_, since, rev) => {
		const { runs } = setUp();
		expect(runs.apply(events(since, rev, [text('?')]))).toBe(false);
		expect(runs.get().get('a')?.text.toString()).toBe('');
	});

	it('ask to attach again for a run they have not heard of', () => {
		const runs = createLiveRuns(() => undefined);
		expect(runs.apply(events(4, 5, [text('?')]))).toBe(false);
	});

	it('keep the same growing text when a snapshot goes on from it', () => {
		const { runs } = setUp();
		runs.apply(events(1, 2, [text('Hel')]));
		const drawn = runs.get().get('a')?.text;
		runs.replace([{ rev: 9, message: { ...answer, content: 'Hello' }, status: null, isUnsaved: false }]);
		expect(runs.get().get('a')?.text).toBe(drawn);
		expect(drawn?.toString()).toBe('Hello');
	});

	it('start a new text when a snapshot says otherwise: a snapshot always replaces', () => {
		const { runs } = setUp();
		runs.apply(events(1, 2, [text('Wrong')]));
		runs.replace([{ rev: 9, message: { ...answer, content: 'Right' }, status: null, isUnsaved: false }]);
		expect(runs.get().get('a')?.text.toString()).toBe('Right');
	});

	it('tell of a snapshot, and say what it says of waiting', () => {
		const { runs, changes } = setUp();
		expect(changes()).toBe(1);
		runs.replace([
			{ rev: 1, message: answer, status: 'retrying', retryAt: 5_000, isUnsaved: false },
			{ rev: 1, message: { ...answer, id: 'b' }, status: 'accepted', isUnsaved: true },
		]);
		expect(changes()).toBe(2);
		expect(runs.get().get('a')).toMatchObject({ status: 'retrying', retryAt: 5_000, isUnsaved: false });
		expect(runs.get().get('b')).toMatchObject({ status: 'accepted', isUnsaved: true });
		expect(runs.get().get('b')).not.toHaveProperty('retryAt');
	});

	it('stream from the first token on, also where nothing was said of the waiting', () => {
		const { runs } = setUp();
		runs.apply(events(1, 2, [text('Hi')]));
		expect(runs.get().get('a')).toMatchObject({ message: { status: 'streaming' } });
	});

	it('take up an answer that starts, with what came with its start, whatever they knew of it', () => {
		const { runs, changes } = setUp();
		const told = changes();
		expect(runs.apply(events(0, 2, [{ type: 'started', message: answer }, text('New')]))).toBe(true);
		expect(changes()).toBe(told + 1);
		expect(runs.get().get('a')?.text.toString()).toBe('New');
		expect(runs.apply(events(2, 3, [text('er')]))).toBe(true);
		expect(runs.get().get('a')?.text.toString()).toBe('Newer');
	});

	it('are none when they are cleared, which is told once', () => {
		const { runs, changes } = setUp();
		const told = changes();
		runs.clear();
		expect(runs.get().size).toBe(0);
		expect(changes()).toBe(told + 1);
		runs.clear();
		expect(changes()).toBe(told + 1);
		expect(runs.apply(events(1, 2, [text('late')]))).toBe(false);
	});

	it('forget the runs that a snapshot does not name', () => {
		const { runs } = setUp();
		runs.replace([]);
		expect(runs.get().size).toBe(0);
	});

	it('show the waiting until the first token, and the final row at the end', () => {
		const { runs } = setUp();
		runs.apply(events(1, 2, [{ type: 'status', status: 'retrying', retryAt: 5_000 }]));
		expect(runs.get().get('a')).toMatchObject({ status: 'retrying', retryAt: 5_000, hasEnded: false });
		runs.apply(events(2, 3, [text('Hi')]));
		expect(runs.get().get('a')).toMatchObject({ status: null, message: { status: 'streaming' } });
		expect(runs.get().get('a')).not.toHaveProperty('retryAt');
		const message: Message = { ...answer, content: 'Hi.', status: 'done', finishReason: 'stop' };
		runs.apply(events(3, 4, [{ type: 'ended', message, isUnsaved: false }]));
		expect(runs.get().get('a')).toMatchObject({ hasEnded: true, message });
		expect(runs.get().get('a')?.text.toString()).toBe('Hi.');
	});

	it('show the same text however the events are batched, repeated and replaced by snapshots', () => {
		fc.assert(
			fc.property(
				fc.array(fc.record({ piece: fc.string(), ending: fc.constantFrom('none', 'repeat', 'snapshot') })),
				(steps) => {
					const { runs } = setUp();
					let rev = 1;
					let whole = '';
					for (const { piece, ending } of steps) {
						const update = events(rev, rev + 1, [text(piece)]);
						runs.apply(update);
						rev += 1;
						whole += piece;
						if (ending === 'repeat') runs.apply(update);
						if (ending === 'snapshot') {
							runs.replace([{ rev, message: { ...answer, content: whole }, status: null, isUnsaved: false }]);
						}
					}
					expect(runs.get().get('a')?.text.toString()).toBe(whole);
				},
			),
		);
	});
});
