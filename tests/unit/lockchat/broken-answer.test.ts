import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { closedPort, complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serve } from './serve.ts';

const END = STOP + DONE;

describe('an answer that breaks off', () => {
	it('case 42: with neither finish reason nor [DONE] is interrupted, and keeps its text', async () => {
		const outcome = await complete(text('a'));
		expect(outcome).toMatchObject({ text: 'a', ends: [], error: { code: 'interrupted' } });
		expect((await complete('')).error?.code).toBe('interrupted');
	});

	it('case 42: after its finish reason is complete', async () => {
		expect(await complete(text('a') + STOP)).toMatchObject({ text: 'a', ends: ['stop'], error: null });
	});

	it('case 43: before its first word is empty', async () => {
		for (const body of [DONE, sse(delta({ role: 'assistant', content: '' })) + END]) {
			expect(await complete(body)).toMatchObject({ text: '', ends: [], error: { code: 'empty-answer' } });
		}
	});

	it('case 44: by a reset of the connection is interrupted, and not asked for again', async () => {
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(text('a') + text('b').slice(0, 12), () => response.socket?.resetAndDestroy());
		});
		const outcome = await outcomeOf(createCompletion(requestTo(server)));
		expect(outcome).toMatchObject({ text: 'a', ends: [], error: { code: 'interrupted' } });
		expect(server.asked).toHaveLength(1);
	});

	it('case 44: by a reset after its finish reason is complete', async () => {
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(text('a') + STOP, () => response.socket?.resetAndDestroy());
		});
		expect(await outcomeOf(createCompletion(requestTo(server)))).toMatchObject({ text: 'a', ends: ['stop'] });
	});

	it('that was never begun, as nobody listens, is unreachable', async () => {
		const url = `http://127.0.0.1:${await closedPort()}`;
		const { error } = await outcomeOf(createCompletion(requestTo({ url })));
		expect(error?.toFailure()).toEqual({ code: 'unreachable', detail: 'ECONNREFUSED' });
	});
});
