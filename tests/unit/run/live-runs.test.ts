import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLiveText } from '../../../utils/chat/live-parts.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import type { RunEvent, Update } from '../../../utils/run/protocol.ts';
import { createLiveRuns, type LiveRun } from '../../../utils/run/window/heard-chat.ts';
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
const events = (since: number, rev: number, list: RunEvent[]): Extract<Update, { type: 'events' }> => ({
	type: 'events',
	answerId: 'a',
	since,
	rev,
	events: list,
});
const textPartOf = (run: LiveRun | undefined) => run?.parts.find(isLiveText)?.text;
const text = (piece: string): RunEvent => ({ type: 'text', text: piece, index: 0 });

function setUp(content = '') {
	let changes = 0;
	const runs = createLiveRuns(() => {
		changes += 1;
	});
	runs.replace([
		{
			rev: 1,
			message: { ...answer, parts: [{ type: 'text', text: content }] },
			status: null,
			isUnsaved: false,
		},
	]);
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
		expect(textIn(runs.get().get('a'))).toBe('one two three');
	});

	it('ignore a batch they have seen', () => {
		const { runs } = setUp();
		runs.apply(events(1, 2, [text('once')]));
		expect(runs.apply(events(1, 2, [text('once')]))).toBe(true);
		expect(textIn(runs.get().get('a'))).toBe('once');
	});

	it.each([
		['a gap', 3, 4],
		['a batch that overlaps', 0, 3],
	])('ask to attach again at %s', (_, since, rev) => {
		const { runs } = setUp();
		expect(runs.apply(events(since, rev, [text('?')]))).toBe(false);
		expect(textIn(runs.get().get('a'))).toBe('');
	});

	it('ask to attach again for a run they have not heard of', () => {
		const runs = createLiveRuns(() => undefined);
		expect(runs.apply(events(4, 5, [text('?')]))).toBe(false);
	});

	it('keep the same growing text when a snapshot goes on from it', () => {
		const { runs } = setUp();
		runs.apply(events(1, 2, [text('Hel')]));
		const drawn = textPartOf(runs.get().get('a'));
		runs.replace([
			{
				rev: 9,
				message: { ...answer, parts: [{ type: 'text', text: 'Hello' }] },
				status: null,
				isUnsaved: false,
			},
		]);
		expect(textPartOf(runs.get().get('a'))).toBe(drawn);
		expect(drawn?.toString()).toBe('Hello');
	});

	it('start a new text when a snapshot says otherwise: a snapshot always replaces', () => {
		const { runs } = setUp();
		runs.apply(events(1, 2, [text('Wrong')]));
		runs.replace([
			{
				rev: 9,
				message: { ...answer, parts: [{ type: 'text', text: 'Right' }] },
				status: null,
				isUnsaved: false,
			},
		]);
		expect(textIn(runs.get().get('a'))).toBe('Right');
	});

	it('have reasoning that comes between two texts as a part between them', () => {
		const { runs } = setUp('One.');
		const drawn = textPartOf(runs.get().get('a'));
		runs.apply(events(1, 2, [{ type: 'reasoning', text: 'Hm.', index: 1 }]));
		const expected = runs.get().get('a')?.nextText;
		runs.apply(
			events(
				2,
				4,
				[2, 2].map((index) => ({ type: 'text', text: 'Two.', index })),
			),
		);
		const run = runs.get().get('a');
		expect(run?.parts.map((part) => (isLiveText(part) ? [part.type, part.text.toString()] : null))).toEqual([
			['text', 'One.'],
			['reasoning', 'Hm.'],
			['text', 'Two.Two.'],
		]);
		expect(textPartOf(run)).toBe(drawn);
		// The text grows in the object that was drawn, empty, in its place.
		expect(run?.parts[2]).toHaveProperty('text', expected);
		expect(run?.nextText.length).toBe(0);
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
		expect(textIn(runs.get().get('a'))).toBe('New');
		expect(runs.apply(events(2, 3, [text('er')]))).toBe(true);
		expect(textIn(runs.get().get('a'))).toBe('Newer');
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
		const message: Message = {
			...answer,
			parts: [{ type: 'text', text: 'Hi.' }],
			status: 'done',
			finishReason: 'stop',
		};
		runs.apply(events(3, 4, [{ type: 'ended', message, isUnsaved: false }]));
		expect(runs.get().get('a')).toMatchObject({ hasEnded: true, message });
		expect(textIn(runs.get().get('a'))).toBe('Hi.');
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
							runs.replace([
								{
									rev,
									message: { ...answer, parts: [{ type: 'text', text: whole }] },
									status: null,
									isUnsaved: false,
								},
							]);
						}
					}
					expect(textIn(runs.get().get('a'))).toBe(whole);
				},
			),
		);
	});
});
