import { describe, expect, it } from 'vitest';
import { type AnswerEvent, reduce, resume } from '../../../utils/chat/reduce.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import { type FlatMessage, newerPart } from '../flat-message.ts';
import { answer } from './answer.ts';

const HOLOGRAM = newerPart({ type: 'hologram', depth: 3 });
const usage = { promptTokens: 1, completionTokens: 2, totalTokens: 3 };

describe('a running answer', () => {
	it.each<[string, AnswerEvent, FlatMessage]>([
		[
			'streams from its first text on',
			{ type: 'text', text: 'Hi', index: 0 },
			{ status: 'streaming', content: 'Hi' },
		],
		[
			'streams from its first reasoning on',
			{ type: 'reasoning', text: 'Hm', index: 0 },
			{ status: 'streaming', reasoning: 'Hm' },
		],
		['streams a refusal', { type: 'refusal', text: 'No', index: 0 }, { status: 'streaming', refusal: 'No' }],
		[
			'keeps a note (case 76)',
			{ type: 'note', note: { code: 'gap' } },
			{ status: 'waiting', notes: [{ code: 'gap' }] },
		],
		['keeps its usage', { type: 'usage', usage }, { status: 'waiting', usage }],
		[
			'is done at its end',
			{ type: 'end', finishReason: 'length' },
			{ status: 'done', finishReason: 'length' },
		],
		['can be stopped before its first token', { type: 'stopped' }, { status: 'stopped', content: '' }],
		['can be interrupted', { type: 'interrupted' }, { status: 'interrupted' }],
		[
			'can fail',
			{ type: 'failed', failure: { code: 'unauthorized', status: 401 } },
			{ status: 'failed', failure: { code: 'unauthorized', status: 401 } },
		],
		[
			'is interrupted, not failed, when its connection breaks (cases 42 and 44)',
			{ type: 'failed', failure: { code: 'interrupted' } },
			{ status: 'interrupted', failure: { code: 'interrupted' } },
		],
	])('%s', (_, event, changes) => {
		expect(reduce(answer(), event)).toEqual(answer(changes));
	});

	it('has no finish reason when the server gave none', () => {
		expect(reduce(answer(), { type: 'end', finishReason: null })).not.toHaveProperty('finishReason');
	});

	it('appends, and keeps what came when it fails', () => {
		const events: AnswerEvent[] = [
			{ type: 'reasoning', text: 'A', index: 0 },
			{ type: 'reasoning', text: 'B', index: 0 },
			{ type: 'text', text: 'c', index: 1 },
			{ type: 'text', text: ' ', index: 1 },
			{ type: 'failed', failure: { code: 'stalled' } },
		];
		expect(events.reduce(reduce, answer())).toMatchObject({
			status: 'failed',
			parts: [
				{ type: 'reasoning', text: 'AB' },
				{ type: 'text', text: 'c ' },
			],
		});
	});

	it('has reasoning that comes between two texts between them', () => {
		const events: AnswerEvent[] = [
			{ type: 'text', text: 'Let me see.', index: 0 },
			{ type: 'reasoning', text: 'Hm, ', index: 1 },
			{ type: 'reasoning', text: 'yes.', index: 1 },
			{ type: 'text', text: 'It ', index: 2 },
			{ type: 'text', text: 'is.', index: 2 },
		];
		expect(events.reduce(reduce, answer()).parts).toEqual([
			{ type: 'text', text: 'Let me see.' },
			{ type: 'reasoning', text: 'Hm, yes.' },
			{ type: 'text', text: 'It is.' },
		]);
	});

	it('loses no words of a piece whose part is not there: it goes to the end', () => {
		const pieces = ['a', 'b'].map((text) => ({ type: 'text', text, index: 7 }) as const);
		expect(pieces.reduce(reduce, answer()).parts).toEqual([{ type: 'text', text: 'ab' }]);
		const thought = answer({ reasoning: 'Hm.' });
		expect(pieces.reduce(reduce, thought).parts).toEqual([
			{ type: 'reasoning', text: 'Hm.' },
			{ type: 'text', text: 'ab' },
		]);
	});

	it('goes on with a part that a newer version has written, untouched', () => {
		const known = { ...answer({ status: 'streaming' }), parts: [HOLOGRAM] };
		expect(reduce(known, { type: 'text', text: 'x', index: 1 }).parts).toEqual([
			HOLOGRAM,
			{ type: 'text', text: 'x' },
		]);
	});

	it.each<AnswerEvent>([
		{ type: 'status', status: 'queued' },
		{ type: 'text', text: '', index: 0 },
		{ type: 'reasoning', text: '', index: 0 },
		{ type: 'refusal', text: '', index: 0 },
	])('is the same object after an event that changes nothing: $type', (event) => {
		const waiting = answer();
		expect(reduce(waiting, event)).toBe(waiting);
	});
});

describe('a final answer', () => {
	const finals: Message['status'][] = ['done', 'stopped', 'interrupted', 'failed'];

	it.each(finals)('that is %s ignores late events', (status) => {
		const final = answer({ status, content: 'x' });
		const late: AnswerEvent[] = [
			{ type: 'text', text: 'y', index: 0 },
			{ type: 'usage', usage },
			{ type: 'end', finishReason: 'stop' },
			{ type: 'stopped' },
			{ type: 'interrupted' },
			{ type: 'failed', failure: { code: 'internal' } },
		];
		expect(late.reduce(reduce, final)).toBe(final);
	});

	it.each(finals)('that is %s runs again from its text when it is resumed', (status) => {
		const final = answer({
			status,
			content: 'x',
			failure: { code: 'stalled' },
			finishReason: 'length',
			usage,
		});
		expect(resume(final)).toEqual(answer({ content: 'x' }));
		expect(reduce(resume(final), { type: 'text', text: 'y', index: 0 })).toMatchObject({
			parts: [{ type: 'text', text: 'xy' }],
		});
	});

	it('is what resuming needs: a running answer stays as it is', () => {
		const running = answer({ status: 'streaming' });
		expect(resume(running)).toBe(running);
	});
});
