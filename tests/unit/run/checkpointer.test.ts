import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Growth } from '../../../utils/chat/reduce.ts';
import { createCheckpointer } from '../../../utils/run/background/checkpointer.ts';

function setUp(refuse: (attempt: number) => boolean = () => false) {
	const written: [number, readonly Growth[]][] = [];
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

const text = (piece: string, index = 0): Growth => ({ type: 'text', text: piece, index });
const reasoning = (piece: string, index: number): Growth => ({ type: 'reasoning', text: piece, index });

describe('checkpoints of a running answer', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('case 71: give way to the whole row where the answer changed otherwise, and append to that', async () => {
		const { checkpointer, written, errors } = setUp();
		let refusals = 1;
		const rows: string[] = [];
		let row = 'ab';
		checkpointer.add(text('a'));
		await vi.advanceTimersByTimeAsync(60);
		checkpointer.add(text('b'));
		checkpointer.replace(async () => {
			refusals -= 1;
			if (refusals >= 0) throw new Error('full');
			rows.push(row);
		});
		checkpointer.add(text('c', 1));
		row = 'abc';
		await vi.advanceTimersByTimeAsync(1_800);
		expect(errors).toHaveLength(1);
		expect(rows).toEqual(['abc']);
		checkpointer.add(text('d', 1));
		await vi.advanceTimersByTimeAsync(900);
		expect(written).toEqual([
			[0, [text('a')]],
			[0, [text('d', 1)]],
		]);
	});

	it('save the first piece once it can be drawn, and what gathers after it within a second', async () => {
		const { checkpointer, written } = setUp();
		checkpointer.add(text('a'));
		await vi.advanceTimersByTimeAsync(16);
		expect(written).toEqual([]);
		await vi.advanceTimersByTimeAsync(34);
		expect(written).toEqual([[0, [text('a')]]]);
		checkpointer.add(text('b'));
		checkpointer.add(reasoning('r', 1));
		checkpointer.add(text('c', 2));
		await vi.advanceTimersByTimeAsync(500);
		expect(written).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(500);
		expect(written[1]).toEqual([1, [text('b'), reasoning('r', 1), text('c', 2)]]);
	});

	it('write as often in a minute of fast tokens as in one of slow ones, and at least once a second', async () => {
		const fast = await writesInAMinute(10);
		expect(await writesInAMinute(500)).toBe(fast);
		expect(fast).toBeGreaterThanOrEqual(60);

		async function writesInAMinute(tokenEveryMs: number): Promise<number> {
			const { checkpointer, written } = setUp();
			for (let ms = 0; ms < 60_000; ms += tokenEveryMs) {
				checkpointer.add(text('x'));
				await vi.advanceTimersByTimeAsync(tokenEveryMs);
			}
			await checkpointer.close();
			return written.length;
		}
	});

	it('write nothing that comes after the end', async () => {
		const { checkpointer, written } = setUp();
		await checkpointer.close();
		checkpointer.add(text('a'));
		checkpointer.replace(async () => written.push([0, []]));
		await vi.advanceTimersByTimeAsync(2_000);
		expect(written).toEqual([]);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('write the newest row where an older one was refused meanwhile', async () => {
		const { checkpointer } = setUp();
		const rows: string[] = [];
		let refuse: () => void = () => undefined;
		const refused = new Promise<void>((_, reject) => {
			refuse = () => reject(new Error('full'));
		});
		checkpointer.replace(async () => {
			rows.push('old');
			await refused;
		});
		await vi.advanceTimersByTimeAsync(60);
		checkpointer.replace(async () => rows.push('new'));
		refuse();
		await vi.advanceTimersByTimeAsync(1_800);
		expect(rows).toEqual(['old', 'new']);
	});

	it('write nothing while nothing comes', async () => {
		const { checkpointer, written } = setUp();
		checkpointer.add(text('a'));
		await vi.advanceTimersByTimeAsync(60_000);
		expect(written).toHaveLength(1);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('try refused text again with the next, in its place', async () => {
		const { checkpointer, written, errors } = setUp((attempt) => attempt === 1);
		checkpointer.add(text('a'));
		await vi.advanceTimersByTimeAsync(50);
		expect(errors).toHaveLength(1);
		expect(written).toEqual([]);
		checkpointer.add(text('b'));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(errors).toHaveLength(1);
		expect(written).toEqual([[0, [text('ab')]]]);
	});

	it('try refused text again before what came while it was refused, and of every kind', async () => {
		const written: [number, readonly Growth[]][] = [];
		let refuse: () => void = () => undefined;
		const refused = new Promise<void>((_, reject) => {
			refuse = () => reject(new Error('full'));
		});
		let attempts = 0;
		const checkpointer = createCheckpointer(
			async (seq, growth) => {
				attempts += 1;
				if (attempts === 1) await refused;
				written.push([seq, growth]);
			},
			() => undefined,
		);
		checkpointer.add(text('a'));
		checkpointer.add({ type: 'refusal', text: 'x', index: 1 });
		await vi.advanceTimersByTimeAsync(50);
		for (const type of ['refusal', 'text', 'reasoning'] as const) {
			checkpointer.add({ type, text: 'b', index: ['text', 'refusal', 'reasoning'].indexOf(type) });
		}
		refuse();
		await vi.advanceTimersByTimeAsync(1_000);
		expect(written).toEqual([
			[0, [text('a'), { type: 'refusal', text: 'xb', index: 1 }, text('b'), reasoning('b', 2)]],
		]);
	});

	it('wait at the end for the write under way, and write nothing after it', async () => {
		const { checkpointer, written } = setUp();
		checkpointer.add(text('a'));
		checkpointer.add(text('b'));
		await vi.advanceTimersByTimeAsync(50);
		await checkpointer.close();
		checkpointer.add(text('c'));
		await vi.advanceTimersByTimeAsync(5_000);
		expect(written).toEqual([[0, [text('ab')]]]);
	});
});
