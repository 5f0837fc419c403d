import * as v from 'valibot';

/** A record of texts by id. Entries that are no text are left out. */
export const textRecord = v.pipe(
	v.record(v.string(), v.unknown()),
	v.transform((entries): Record<string, string> => {
		const texts = Object.entries(entries).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string',
		);
		return Object.fromEntries(texts);
	}),
);
