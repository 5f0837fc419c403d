import * as v from 'valibot';
import { MAX_ID_LENGTH, MAX_SHORT_TEXT_LENGTH, MAX_TEMPERATURE, MAX_TEXT_LENGTH } from './limits.ts';
import { open, openBounded } from './unknown-fields.ts';

/** The last moment that a Date can name. A later one could not be drawn. */
const MAX_TIME = 8.64e15;

/** The fields whose bounds differ between the two ways of reading. Times are milliseconds since the epoch. */
export interface Bounds {
	open: typeof open;
	id: v.GenericSchema<unknown, string>;
	/** Empty where a damaged row has lost it: a run then says that this server is not in the settings. */
	optionalId: v.GenericSchema<unknown, string>;
	shortText: v.GenericSchema<unknown, string>;
	longText: v.GenericSchema<unknown, string>;
	time: v.GenericSchema<unknown, number>;
	temperature: v.GenericSchema<unknown, number>;
}

export const GENEROUS: Bounds = {
	open,
	id: v.string(),
	optionalId: v.string(),
	shortText: v.string(),
	longText: v.string(),
	time: v.pipe(v.number(), v.minValue(-MAX_TIME), v.maxValue(MAX_TIME)),
	temperature: v.number(),
};

export const STRICT: Bounds = {
	open: openBounded,
	id: v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_ID_LENGTH)),
	optionalId: v.pipe(v.string(), v.maxLength(MAX_ID_LENGTH)),
	shortText: v.pipe(v.string(), v.maxLength(MAX_SHORT_TEXT_LENGTH)),
	longText: v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH)),
	time: v.pipe(v.number(), v.integer(), v.minValue(0)),
	temperature: v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_TEMPERATURE)),
};
