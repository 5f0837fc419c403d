/** A part of a text, in UTF-16 code units. */
export interface Place {
	start: number;
	end: number;
}

/**
 * Where a part of a text is after an edit: moved by what was changed before it. Null where the edit reached into it. An
 * edit is taken for the shortest that leads from one text to the other.
 */
export function followEdit(place: Place, before: string, after: string): Place | null {
	const shorter = Math.min(before.length, after.length);
	let head = 0;
	while (head < shorter && before[head] === after[head]) head++;
	let tail = 0;
	while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
	const end = before.length - tail;
	if (head >= place.end) return place;
	if (end > place.start) return null;
	const moved = after.length - before.length;
	return { start: place.start + moved, end: place.end + moved };
}
