import type { CompletionEvent } from './types.ts';

const isText = (event: CompletionEvent): event is Extract<CompletionEvent, { text: string }> =>
	'text' in event;

/**
 * The same events, with the texts of one kind that follow each other made one. What was joined until then comes also
 * before an error.
 */
export function* joinTexts(events: Iterable<CompletionEvent>): Generator<CompletionEvent> {
	let held: CompletionEvent | null = null;
	try {
		for (const event of events) {
			if (held !== null && isText(held) && isText(event) && held.type === event.type) {
				held = { type: held.type, text: held.text + event.text };
				continue;
			}
			if (held !== null) yield held;
			held = event;
		}
	} catch (error) {
		if (held !== null) yield held;
		throw error;
	}
	if (held !== null) yield held;
}
