import { describe, expect, it, vi } from 'vitest';
import { createBreather } from '../../../utils/run/turns.ts';

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
		// Node may give ports' messages before an event that has waited longer, some dozens of them at most.
		for (let breath = 0; breath < 100 && happened.length === 0; breath += 1) await breather.breathe();
		expect(happened).toEqual(['an event']);
		expect(breather.isDue()).toBe(false);
		breather.close();
	});
});
