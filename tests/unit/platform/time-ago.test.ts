import '../components/fake-texts.ts';

import { describe, expect, it } from 'vitest';
import { dayHeading } from '../../../utils/platform/time-ago.ts';

const at = (...parts: [year: number, month: number, day: number, hour: number]) =>
	new Date(...parts).getTime();
const NOW = at(2026, 2, 10, 9);

describe('the heading of a day in the history', () => {
	it.each([
		['Today', at(2026, 2, 10, 0)],
		['Today', at(2026, 2, 11, 9)],
		['Yesterday', at(2026, 2, 9, 23)],
		['Yesterday', at(2026, 2, 9, 0)],
		['Last 7 days', at(2026, 2, 8, 23)],
		['Last 7 days', at(2026, 2, 4, 0)],
		['March', at(2026, 2, 3, 23)],
		['February', at(2026, 1, 28, 12)],
		['December 2025', at(2025, 11, 31, 12)],
	])('is %s, by calendar days', (heading, time) => {
		expect(dayHeading(time, NOW)).toBe(heading);
	});
});
