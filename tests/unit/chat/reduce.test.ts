import { describe, expect, it } from 'vitest';
import { type AnswerEvent, reduce, resume } from '../../../utils/chat/reduce.ts';
import type { MessageStatus } from '../../../utils/chat/types.ts';
import { answer } from './answer.ts';

const usage = { promptTokens: 1, completionTokens: 2, totalTokens: 3 };

describe('a running answer', () => {
	it.each<[string, AnswerEvent, object]>([
		['streams from its first text on', { type: 'text', text: 'Hi' }, { status: 'streaming', content: 'Hi' }],
		[
			'streams from its first reasoning on',
			{ type: 'reasoning', text: 'Hm' },
			{ status: 'streaming', reasoning: 'Hm' },
		],
		['streams a refusal', { type: 'refusal', text: 'No' }, { status: 'streaming', refusal: 'No' }],
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
		expect(reduce(answer(), event)).toEqual({ ...answer(), ...changes });
	});

	it('has no finish reason when the server gave none', () => {
		expect(reduce(answer(), { type: 'end', finishReason: null })).not.toHaveProperty('finishReason');
	});

	it('appends, and keeps what came when it fails', () => {
		const events: AnswerEvent[] = [
			{ type: 'reasoning', text: 'A' },
			{ type: 'reasoning', text: 'B' },
			{ type: 'text', text: 'c' },
			{ type: 'text', text: ' ' },
			{ type: 'failed', failure: { code: 'stalled' } },
		];
		expect(events.reduce(reduce, answer())).toMatchObject({
			status: 'failed',
			reasoning: 'AB',
			content: 'c ',
		});
	});

	it.each<AnswerEvent>([
		{ type: 'status', status: 'queued' },
		{ type: 'text', text: '' },
		{ type: 'reasoning', text: '' },
		{ type: 'refusal', text: '' },
	])('is the same object after an event that changes nothing: $type', (event) => {
		const waiting = answer();
		expect(reduce(waiting, event)).toBe(waiting);
	});
});

describe('a final answer', () => {
	const finals: MessageStatus[] = ['done', 'stopped', 'interrupted', 'failed'];

	it.each(finals)('that is %s ignores late events', (status) => {
		const final = answer({ status, content: 'x' });
		const late: AnswerEvent[] = [
			{ type: 'text', text: 'y' },
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
		expect(reduce(resume(final), { type: 'text', text: 'y' })).toMatchObject({ content: 'xy' });
	});

	it('is what resuming needs: a running answer stays as it is', () => {
		const running = answer({ status: 'streaming' });
		expect(resume(running)).toBe(running);
	});
});
