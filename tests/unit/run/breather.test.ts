import { describe, expect, it, vi } from 'vitest';
import { createBreather } from '../../../utils/run/breather.ts';

describe('a long row of promises', () => {
	it('is interrupted for the events that wait, and only when it is due', async () => {
		let now = 0;
		vi.spyOn(performance, 'now').mockImplementation(() => now);
		const breather = createBreather();
		const happened: string[] = [];
		setImmediate(() => happened.push('an event'));

		for (let work = 0; work < 100; work += 1) await Promise.resolve();
		expect(breather.isDue()).toBe(false);
		expect(happened).toEqual([]);

		now = 8;
		expect(breather.isDue()).toBe(true);
		// Node may give a port's message before an event that has waited longer, but once: its loop has turned by then.
		await breather.breathe();
		await breather.breathe();
		await breather.breathe();
		expect(happened).toEqual(['an event']);
		expect(breather.isDue()).toBe(false);
		breather.close();
	});
});
