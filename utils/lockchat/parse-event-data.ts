import { isRecord } from './is-record.ts';
import { parseJson } from './parse-json.ts';

/** What the data of one event says, in order. `malformed` is always the last. */
export type EventData =
	| { type: 'json'; value: Record<string, unknown> }
	| { type: 'done' }
	| { type: 'malformed' };

/**
 * Parses an event's data: one JSON object, or the `[DONE]` that ends a chat completion.
 *
 * Servers that put a single newline between their events have them merged into one, as the format demands:
 * when the whole is not JSON, each line is tried by itself.
 */
export function parseEventData(data: string): EventData[] {
	const whole = parseOne(data);
	if (whole === null) return [];
	if (whole.type !== 'malformed' || !data.includes('\n')) return [whole];
	const items: EventData[] = [];
	for (const line of data.split('\n')) {
		const item = parseOne(line);
		if (item === null) continue;
		items.push(item);
		if (item.type !== 'json') break;
	}
	return items;
}

function parseOne(text: string): EventData | null {
	// Each token passes here: not a character more than needed is looked at.
	const value = text.startsWith('{') ? parseJson(text) : undefined;
	if (isRecord(value)) return { type: 'json', value };
	const trimmed = text.trim();
	if (trimmed === '') return null;
	if (trimmed === '[DONE]') return { type: 'done' };
	const late = trimmed === text ? undefined : parseJson(trimmed);
	return isRecord(late) ? { type: 'json', value: late } : { type: 'malformed' };
}
