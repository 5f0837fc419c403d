import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCheckpointer, type Growth } from '../../../utils/run/background/checkpointer.ts';

function setUp(refuse: (attempt: number) => boolean = () => false) {
	const written: [number, Growth][] = [];
	const errors: unknown[] = [];
	let attempt = 0;
	const checkpointer = createCheckpointer(
		async (seq, growth) => {
			attempt += 1;
			if (refuse(attempt)) throw new Error('full');
			written.push([seq, growth]);
		},
		(error) => errors.push(error),
	);
	return { checkpointer, written, errors };
}

const grown = (content: string, reasoning = ''): Growth => ({ content, reasoning, refusal: '' });

describe('checkpoints of a running answer', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('save the first piece once it can be drawn, and what gathers after it within a second', async () => {
		const { checkpointer, written } = setUp();
		checkpointer.add('content', 'a');
		await vi.advanceTimersByTimeAsync(16);
		expect(written).toEqual([]);
		await vi.advanceTimersByTimeAsync(34);
		expect(written).toEqual([[0, grown('a')]]);
		checkpointer.add('content', 'b');
		checkpointer.add('reasoning', 'r');
		checkpointer.add('content', 'c');
		await vi.advanceTimersByTimeAsync(500);
		expect(written).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(500);
		expect(written[1]).toEqual([1, grown('bc', 'r')]);
	});

	it('write as often in a minute of fast tokens as in one of slow ones', async () => {
		const { checkpointer, written } = setUp();
		for (let ms = 0; ms < 60_000; ms += 10) {
			checkpointer.add('content', 'x');
			await vi.advanceTimersByTimeAsync(10);
		}
		expect(written.length).toBeLessThanOrEqual(68);
		await checkpointer.close();
	});

	it('write nothing while nothing comes', async () => {
		const { checkpointer, written } = setUp();
		checkpointer.add('content', 'a');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(written).toHaveLength(1);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('try refused text again with the next, in its place', async () => {
		const { checkpointer, written, errors } = setUp((attempt) => attempt === 1);
		checkpointer.add('content', 'a');
		await vi.advanceTimersByTimeAsync(50);
		expect(errors).toHaveLength(1);
		expect(written).toEqual([]);
		checkpointer.add('content', 'b');
		await vi.advanceTimersByTimeAsync(1_000);
		expect(errors).toHaveLength(1);
		expect(written).toEqual([[0, grown('ab')]]);
	});

	it('try refused text again before what came while it was refused, and of every kind', async () => {
		const written: [number, Growth][] = [];
		let refuse: () => void = () => undefined;
		const refused = new Promise<void>((_, reject) => {
			refuse = () => reject(new Error('full'));
		});
		const checkpointer = createCheckpointer(
			async (seq, growth) => {
				if (growth.content === 'a') await refused;
				written.push([seq, growth]);
			},
			() => undefined,
		);
		checkpointer.add('content', 'a');
		checkpointer.add('refusal', 'x');
		await vi.advanceTimersByTimeAsync(50);
		for (const kind of ['content', 'reasoning', 'refusal'] as const) checkpointer.add(kind, 'b');
		refuse();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(written).toEqual([[0, { content: 'ab', reasoning: 'b', refusal: 'xb' }]]);
	});

	it('wait at the end for the write under way, and write nothing after it', async () => {
		const { checkpointer, written } = setUp();
		checkpointer.add('content', 'a');
		checkpointer.add('content', 'b');
		await vi.advanceTimersByTimeAsync(50);
		await checkpointer.close();
		checkpointer.add('content', 'c');
		await vi.advanceTimersByTimeAsync(5_000);
		expect(written).toEqual([[0, grown('ab')]]);
	});
});
