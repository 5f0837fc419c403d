import { sizeOf } from '../chat/json-size.ts';
import type { Message } from '../chat/schema.ts';
import type { RunEvent, Update } from './protocol.ts';

/**
 * The most bytes of a message. Chromium's ports throw on one of more than 64 MiB of JSON in UTF-8; a little room is
 * left for what the browser puts around it.
 */
const MAX_PORT_BYTES = 64 * 1024 * 1024 - 1024;

/** A UTF-16 code unit takes one byte at least, and six at most: a control character is written `\u0000`. */
const MAX_BYTES_PER_UNIT = 6;
/** How many bytes stand around a value: its quotes, colon and comma, or the digits of a number. */
const BYTES_AROUND = 32;

/**
 * The bytes of a message as JSON. Where an upper bound is at most `maxBytes`, the bound is given, else the true
 * number; infinite if the JSON would be longer than a string can be.
 */
function portBytesOf(message: unknown, maxBytes: number): number {
	const { units, values } = sizeOf(message);
	const bound = units * MAX_BYTES_PER_UNIT + values * BYTES_AROUND;
	if (bound <= maxBytes) return bound;
	if (units > maxBytes) return Number.POSITIVE_INFINITY;
	try {
		return new Blob([JSON.stringify(message)]).size;
	} catch {
		// The JSON is longer than any string can be.
		return Number.POSITIVE_INFINITY;
	}
}

/**
 * True if a port can carry this message, which is plain JSON. Cheap for all but a message that might be too large:
 * only that is written out and measured.
 */
export function fitsPort(message: unknown, maxBytes = MAX_PORT_BYTES): boolean {
	return portBytesOf(message, maxBytes) <= maxBytes;
}

/**
 * What is sent in place of a message that is too large for the port: the message without its texts, as failed, with
 * the reason.
 */
function withoutTexts({ id, chatId, parentId, role, model, endpointId, createdAt }: Message): Message {
	return {
		id,
		chatId,
		parentId,
		role,
		parts: [],
		status: 'failed',
		failure: { code: 'too-long' },
		...(model !== undefined && { model }),
		...(endpointId !== undefined && { endpointId }),
		createdAt,
	};
}

/** The update with each of its messages changed. In a snapshot those that run come first. */
function withMessages(update: Update, change: (message: Message) => Message): Update {
	switch (update.type) {
		case 'snapshot': {
			const runs = update.runs.map((run) => ({ ...run, message: change(run.message) }));
			const { unsaved } = update;
			const changed = unsaved && { ...unsaved, messages: unsaved.messages.map(change) };
			return { ...update, runs, ...(changed !== undefined && { unsaved: changed }) };
		}
		case 'events': {
			const events = update.events.map(
				(event): RunEvent => ('message' in event ? { ...event, message: change(event.message) } : event),
			);
			return { ...update, events };
		}
		case 'reply': {
			const { reply } = update;
			if (reply.type !== 'get-unsaved') return update;
			const chats = reply.chats.map((unsaved) => ({ ...unsaved, messages: unsaved.messages.map(change) }));
			return { ...update, reply: { ...reply, chats } };
		}
		default:
			return update;
	}
}

/**
 * The update as a port can carry it. Messages for which there is no room come without their texts, as failed with the
 * code `too-long`: a window is told of them, and does not ask for them again and again.
 */
export function fitToPort(update: Update, maxBytes = MAX_PORT_BYTES): Update {
	if (fitsPort(update, maxBytes)) return update;
	let left = maxBytes - portBytesOf(withMessages(update, withoutTexts), maxBytes);
	return withMessages(update, (message) => {
		const bytes = portBytesOf(message, left);
		if (bytes > left) return withoutTexts(message);
		left -= bytes;
		return message;
	});
}
