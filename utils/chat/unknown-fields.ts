/**
 * What a newer version has added to an object, under names that this version does not know. It is kept, and since
 * nothing here knows what it may hold, all that bounds it is its size.
 */
import * as v from 'valibot';
import { sizeOf } from './json-size.ts';
import { MAX_UNKNOWN_UNITS, MAX_UNKNOWN_VALUES } from './limits.ts';

const LIMIT = { units: MAX_UNKNOWN_UNITS, values: MAX_UNKNOWN_VALUES };

/** Whether a JSON value is small enough to be kept by a version that knows nothing of it. */
export function isKeepable(value: unknown): boolean {
	const { units, values } = sizeOf(value, LIMIT);
	return units <= LIMIT.units && values <= LIMIT.values;
}

/** Whether the fields of an object that are not among the known ones are small enough, all of them together. */
function hasKeepableRest(value: object, known: object): boolean {
	return isKeepable(
		Object.fromEntries(Object.entries(value).filter(([name]) => !Object.hasOwn(known, name))),
	);
}

/** The object without its unknown fields, if they are too large to be kept. */
export function withKeepableRest<T extends object>(value: T, known: object): T {
	if (hasKeepableRest(value, known)) return value;
	const kept = { ...value };
	for (const name of Object.keys(kept)) if (!Object.hasOwn(known, name)) Reflect.deleteProperty(kept, name);
	return kept;
}

type Open<Entries extends v.ObjectEntries> = v.GenericSchema<
	unknown,
	v.InferOutput<v.ObjectSchema<Entries, undefined>>
> & { readonly entries: Entries };

/** Reads the named fields, and keeps all others as they are; the type tells of the named ones only. */
export function open<const Entries extends v.ObjectEntries>(entries: Entries): Open<Entries> {
	return v.looseObject(entries);
}

/** As `open`, but refuses an object whose other fields are too large. */
export function openBounded<const Entries extends v.ObjectEntries>(entries: Entries): Open<Entries> {
	return v.pipe(
		v.looseObject(entries),
		v.check((value) => hasKeepableRest(value, entries)),
	);
}
