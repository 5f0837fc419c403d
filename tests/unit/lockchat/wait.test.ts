import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wait } from '../../../utils/lockchat/exchange/wait.ts';

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a wait', () => {
	const reason = new Error('enough');

	it('lasts as long as it is told to', async () => {
		const ended = vi.fn();
		const waiting = wait(1_000, new AbortController().signal).then(ended);
		await vi.advanceTimersByTimeAsync(999);
		expect(ended).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(1);
		expect(ended).toHaveBeenCalledOnce();
		await waiting;
	});

	it('ends with the signal’s reason, and leaves no timer', async () => {
		const controller = new AbortController();
		const waiting = wait(1_000, controller.signal);
		controller.abort(reason);
		await expect(waiting).rejects.toBe(reason);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('does not begin when the signal is aborted already', async () => {
		await expect(wait(1_000, AbortSignal.abort(reason))).rejects.toBe(reason);
		expect(vi.getTimerCount()).toBe(0);
	});
});
