import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createStallWatch } from '../../../utils/lockchat/body/body-reader.ts';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';

const last = (fields: Record<string, unknown>) => sse(delta(fields, { finish_reason: 'stop' }));

describe('a finish reason', () => {
	it.each([
		['case-69', ''],
		['case-69-reasoning', 'A plan.'],
	])(
		'%s: on every chunk does not end the answer, however long the pause between them',
		async (model, reasoning) => {
			const server = await startServer();
			onTestFinished(() => server.close());
			const events = createCompletion(requestTo(server, { model }), { isLocal: false });
			expect(await outcomeOf(events)).toMatchObject({
				text: 'First half, second half.',
				reasoning,
				ends: ['stop'],
				error: null,
			});
		},
	);

	it('case 69: gives way to the one that comes with later words', async () => {
		const body = last({ content: 'a' }) + sse(delta({ content: 'b' }, { finish_reason: 'length' }));
		expect(await complete(body)).toMatchObject({ text: 'ab', ends: ['length'] });
	});

	it('case 69: is the end where the body ends behind it, though words came after', async () => {
		expect(await complete(last({ content: 'a' }) + text('b'))).toMatchObject({ text: 'ab', ends: ['stop'] });
	});

	it('case 69: before the first word of an answer is waited behind', async () => {
		const body = [last({ role: 'assistant', content: '' }), last({ content: 'a' }), DONE];
		expect(await complete(body)).toMatchObject({ text: 'a', ends: ['stop'], error: null });
	});

	it('case 69: is not put off by what is no words', async () => {
		const body = `${text('a') + STOP}: keep-alive\n\n${sse({ choices: [] })}${DONE}`;
		expect(await complete(body)).toMatchObject({ text: 'a', ends: ['stop'] });
	});
});

describe('the limit on silence', () => {
	it('case 69: is shortened, and comes back', async () => {
		vi.useFakeTimers();
		onTestFinished(() => void vi.useRealTimers());
		const watch = createStallWatch(60_000);
		const inMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms, 'read'));
		watch.limitTo(1);
		const stalled = expect(watch.wait(inMs(2))).rejects.toMatchObject({ code: 'stalled' });
		await vi.advanceTimersByTimeAsync(2);
		await stalled;
		watch.limitTo();
		const read = watch.wait(inMs(59_000));
		await vi.advanceTimersByTimeAsync(59_000);
		expect(await read).toBe('read');
	});
});
