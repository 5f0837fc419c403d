import { describe, expect, it } from 'vitest';
import { parsePreferencesInput } from '../../../utils/settings/input/preferences-input.ts';

describe("the preferences' form", () => {
	it.each([
		['0', '10', 0, 10],
		['2', '3600', 2, 3600],
		[' 0,7 ', '90.5', 0.7, 90.5],
	])('reads %j and %j', (temperature, stallSeconds, readTemperature, readStallSeconds) => {
		expect(parsePreferencesInput({ temperature, stallSeconds })).toEqual({
			ok: true,
			numbers: { temperature: readTemperature, stallSeconds: readStallSeconds },
		});
	});

	it.each(['warm', '-0.1', '2.1', 'Infinity', 'NaN'])('refuses the temperature %j', (temperature) => {
		expect(parsePreferencesInput({ temperature, stallSeconds: '120' })).toEqual({
			ok: false,
			problems: { temperature: 'temperature-range' },
		});
	});

	it.each(['', ' '])('leaves the temperature to the model where it is %j', (temperature) => {
		expect(parsePreferencesInput({ temperature, stallSeconds: '120' })).toEqual({
			ok: true,
			numbers: { temperature: null, stallSeconds: 120 },
		});
	});

	it('tells of both numbers at once', () => {
		expect(parsePreferencesInput({ temperature: 'x', stallSeconds: '9' })).toEqual({
			ok: false,
			problems: { temperature: 'temperature-range', stallSeconds: 'stall-range' },
		});
	});
});
