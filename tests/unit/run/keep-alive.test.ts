import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { createKeepAlive } from '../../../utils/run/background/keep-alive.ts';

describe('the keep-alive', () => {
	const call = vi.fn(async () => ({ os: 'linux', arch: 'x86-64', nacl_arch: 'x86-64' }) as const);

	beforeEach(() => {
		vi.useFakeTimers();
		call.mockClear();
		browser.runtime.getPlatformInfo = call as typeof browser.runtime.getPlatformInfo;
	});
	afterEach(() => void vi.useRealTimers());

	it('calls the extension API well within every 30 s while it is held', () => {
		const release = createKeepAlive().hold();
		vi.advanceTimersByTime(61_000);
		expect(call).toHaveBeenCalledTimes(3);
		release();
	});

	it('ends with the last holder: case 59', () => {
		const keepAlive = createKeepAlive();
		const [first, second] = [keepAlive.hold(), keepAlive.hold()];
		first();
		first();
		vi.advanceTimersByTime(20_000);
		expect(call).toHaveBeenCalledTimes(1);
		second();
		vi.advanceTimersByTime(120_000);
		expect(call).toHaveBeenCalledTimes(1);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('does nothing while nobody holds it', () => {
		createKeepAlive();
		vi.advanceTimersByTime(120_000);
		expect(call).not.toHaveBeenCalled();
	});
});
