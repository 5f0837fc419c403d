import { describe, expect, it, vi } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { resumeCompletion } from '../../../utils/lockchat/resume-completion.ts';
import type { CompletionEvent } from '../../../utils/lockchat/types.ts';
import type { Step } from '../../lockchat-server/types.ts';
import { DONE, delta, outcomeOf, recordedWait, STOP, sse, text } from './complete.ts';
import { recordedFetch, resumable } from './resumable.ts';

const NOTHING = { text: '', reasoning: '', refusal: '' };
const WHOLE =
	sse(delta({ reasoning_content: 'Hm, hm.' })) + text('Once upon') + text(' a time.') + STOP + DONE;

/** A server that has kept the stream of an answer whose reader is gone. */
async function abandoned(steps: readonly Step[], keptStreamBytes?: number) {
	const kept = await resumable([{ write: ': hello\n\n' }, { drop: true }, ...steps], keptStreamBytes);
	const lost = await outcomeOf(createCompletion(kept.request, { ...recordedFetch(1), ...recordedWait() }));
	expect(lost.error?.code).toBe('interrupted');
	return kept;
}

describe('an answer whose connection was lost', () => {
	it.each([
		[NOTHING, 'Hm, hm.', 'Once upon a time.'],
		[{ ...NOTHING, reasoning: 'Hm' }, ', hm.', 'Once upon a time.'],
		[{ ...NOTHING, reasoning: 'Hm, hm.', text: 'Once' }, '', ' upon a time.'],
		[{ ...NOTHING, reasoning: 'Hm, hm.', text: 'Once upon a ' }, '', 'time.'],
		[{ ...NOTHING, reasoning: 'Hm, hm.', text: 'Once upon a time.' }, '', ''],
	])('goes on after what was said: %j', async (said, reasoning, text) => {
		const { server, stream } = await abandoned([{ write: WHOLE }]);
		const outcome = await outcomeOf(resumeCompletion(stream, said));
		expect(outcome).toMatchObject({ reasoning, text, ends: ['stop'], error: null });
		expect(server.requests).toHaveLength(1);
	});

	it.each([
		[NOTHING, 'So.\n', 'Paris is it.', [{ coversEarlier: true }]],
		[{ ...NOTHING, text: 'So' }, '.\n', 'Paris is it.', [{ coversEarlier: true }]],
		[{ ...NOTHING, reasoning: 'So.\n', text: 'Paris' }, '', ' is it.', []],
	])('case 71: goes on after a thought with no opening tag: %j', async (said, reasoning, rest, retypes) => {
		const { stream } = await abandoned([
			{ write: text('So.\n</think>Paris') + text(' is it.') + STOP + DONE },
		]);
		const events: CompletionEvent[] = [];
		for await (const event of resumeCompletion(stream, said)) events.push(event);
		expect(await outcomeOf(resumeCompletion(stream, said))).toMatchObject({ reasoning, text: rest });
		expect(events.filter(({ type }) => type === 'retype')).toMatchObject(retypes);
	});

	it('is read live once what is kept of it is read', async () => {
		const { server, stream } = await abandoned([
			{ token: 'one ' },
			{ hold: 'live' },
			{ token: 'two' },
			{ done: true },
		]);
		const texts: string[] = [];
		for await (const event of resumeCompletion(stream, { ...NOTHING, text: 'on' })) {
			if (event.type !== 'text') continue;
			texts.push(event.text);
			server.release('live');
		}
		expect(texts).toEqual(['e ', 'two']);
	});

	it.each([
		['another answer', { ...NOTHING, text: 'Twice' }],
		['a part of the answer', { ...NOTHING, text: 'Once upon a time. And then' }],
		['other thoughts', { ...NOTHING, reasoning: 'Well' }],
	])('is not gone on with where the stream turns out to be %s', async (_, said) => {
		const { stream } = await abandoned([{ write: WHOLE }]);
		const { calls, fetch } = recordedFetch();
		const outcome = await outcomeOf(resumeCompletion(stream, said, { fetch }));
		expect(outcome).toMatchObject({ text: '', ends: [], error: { code: 'malformed' } });
		expect(calls.filter((call) => call.startsWith('DELETE'))).toEqual([]);
	});

	it.each([
		['forgotten', 'another', undefined, 'not-found'],
		['no longer whole', 'answer/1', 100, 'bad-request'],
	])('fails where the stream is %s', async (_, conversationId, room, code) => {
		const { server, stream } = await abandoned([{ write: WHOLE }], room);
		await vi.waitFor(() => expect(server.requests[0]?.endedAt).not.toBeNull());
		const outcome = await outcomeOf(resumeCompletion({ ...stream, conversationId }, NOTHING));
		expect(outcome).toMatchObject({ text: '', error: { code } });
	});

	it('ends at the server when it is stopped', async () => {
		const { server, stream } = await abandoned([{ token: 'One' }, { stall: true }]);
		const controller = new AbortController();
		const reason = new Error('stopped');
		const read = async () => {
			for await (const _ of resumeCompletion(stream, NOTHING, { signal: controller.signal })) {
				setImmediate(() => controller.abort(reason));
			}
		};
		await expect(read()).rejects.toBe(reason);
		await vi.waitFor(() => expect(server.requests[0]?.abortedAt).not.toBeNull());
	});
});
