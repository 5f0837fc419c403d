import { describe, expect, it } from 'vitest';
import type { ChatSources, HeardChat } from '../../../utils/chat/merged-chat.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import {
	answer,
	byId,
	CHAT,
	heardOf,
	merge,
	question,
	type Run,
	runsOf,
	shown,
	storedOf,
	unsavedOf,
} from './chat-sources.ts';

describe('a message that several know of is shown', () => {
	const partial = answer({ status: 'interrupted', content: 'Once upon' });
	const done = answer({ status: 'done', content: 'Once upon a time.' });
	const blank = answer();

	it.each<[title: string, sources: Partial<ChatSources<Run>>, expected: Message | undefined]>([
		['as asked here, while nobody else has it', { asked: byId([blank]) }, blank],
		[
			'as asked here, and not as being prepared',
			{ asked: byId([partial]), heard: heardOf({ preparing: byId([blank]) }) },
			partial,
		],
		['as being prepared, while nobody else has it', { heard: heardOf({ preparing: byId([blank]) }) }, blank],
		[
			'not at all, rather than as empty, while its row is not read',
			{ stored: storedOf(CHAT, [question()], [partial]), heard: heardOf({ preparing: byId([blank]) }) },
			undefined,
		],
		[
			'as stored, whatever is being prepared of it: a Continue goes on from the partial text',
			{ stored: storedOf(CHAT, [question(), partial]), heard: heardOf({ preparing: byId([blank]) }) },
			partial,
		],
		[
			'as stored, and not as being prepared, where the command came twice',
			{ stored: storedOf(CHAT, [question(), done]), heard: heardOf({ preparing: byId([blank]) }) },
			done,
		],
		[
			'as refused, and not as being prepared',
			{ heard: heardOf({ preparing: byId([blank]), unsaved: unsavedOf([question(), partial]) }) },
			partial,
		],
		[
			'as last seen, and not as being prepared',
			{ heard: heardOf({ preparing: byId([blank]), lastSeen: byId([partial]) }) },
			partial,
		],
		[
			'as stored, and not as asked here',
			{ stored: storedOf(CHAT, [question(), done]), asked: byId([blank]) },
			done,
		],
		[
			'as refused, where the row still stands as running: its end could not be written',
			{ stored: storedOf(CHAT, [question(), blank]), heard: heardOf({ unsaved: unsavedOf([done]) }) },
			done,
		],
		[
			'as refused, where the row is that from before a Continue',
			{ stored: storedOf(CHAT, [question(), partial]), heard: heardOf({ unsaved: unsavedOf([done]) }) },
			done,
		],
		[
			'as refused, and not as last seen',
			{ heard: heardOf({ unsaved: unsavedOf([question(), done]), lastSeen: byId([partial]) }) },
			done,
		],
		[
			'as it runs, whatever the row says',
			{ stored: storedOf(CHAT, [question(), partial]), heard: heardOf({ runs: runsOf(blank) }) },
			blank,
		],
		[
			'as it runs, whatever was refused of it before',
			{ heard: heardOf({ runs: runsOf(blank), unsaved: unsavedOf([question(), partial]) }) },
			blank,
		],
		[
			'as its run ended, while the row still stands as running',
			{ stored: storedOf(CHAT, [question(), blank]), heard: heardOf({ runs: runsOf(done) }) },
			done,
		],
		[
			'as last seen, where a snapshot names its run no more and the row is not final',
			{ stored: storedOf(CHAT, [question(), blank]), heard: heardOf({ lastSeen: byId([partial]) }) },
			partial,
		],
		[
			'as last seen, before its row has been read',
			{ stored: storedOf(CHAT, [question()], [blank]), heard: heardOf({ lastSeen: byId([done]) }) },
			done,
		],
		[
			'as stored, once the row is as new as what was last seen',
			{ stored: storedOf(CHAT, [question(), done]), heard: heardOf({ lastSeen: byId([partial]) }) },
			done,
		],
		[
			'as the new run tells, where another background has taken it up',
			{
				stored: storedOf(CHAT, [question(), blank]),
				heard: heardOf({ lastSeen: byId([partial]), runs: runsOf(blank) }),
			},
			blank,
		],
	])('%s', (_, sources, expected) => {
		expect(shown(merge(sources))).toBe(expected);
	});
});

describe('an answer that is stored as running', () => {
	const row = answer();
	const stored = storedOf(CHAT, [question(), row]);

	it('is shown as running until a snapshot that came after it was first seen', () => {
		const seen = merge({ stored, heard: heardOf({ snapshotCount: 3 }) });
		expect(shown(seen)).toBe(row);
		expect(seen.runningAnswerId).toBe('a');
		expect(seen.unclaimed).toEqual(new Map([['a', 3]]));
		const again = merge({ stored, heard: heardOf({ snapshotCount: 3 }) }, seen);
		expect(shown(again)).toBe(row);
	});

	it('is shown as interrupted when that snapshot names no run of it', () => {
		const seen = merge({ stored, heard: heardOf() });
		const told = merge({ stored, heard: heardOf({ snapshotCount: 2 }) }, seen);
		expect(shown(told)).toEqual({ ...row, status: 'interrupted' });
		expect(told.runningAnswerId).toBeNull();
		const later = merge({ stored, heard: heardOf({ snapshotCount: 3 }) }, told);
		expect(shown(later)).toBe(shown(told));
	});

	it.each<[string, Partial<HeardChat<Run>>]>([
		['names its run', { runs: runsOf(row) }],
		['names it as being prepared', { preparing: byId([row]) }],
	])('runs on when that snapshot %s', (_, told) => {
		const seen = merge({ stored, heard: heardOf() });
		const next = merge({ stored, heard: heardOf({ snapshotCount: 2, ...told }) }, seen);
		expect(shown(next)?.status).toBe('waiting');
		expect(next.unclaimed.size).toBe(0);
	});

	it('is waited for anew when a background that ran it has died and its row is not final', () => {
		const seen = merge({ stored, heard: heardOf({ runs: runsOf(row) }) });
		const lost = merge({ stored, heard: heardOf({ snapshotCount: 2 }) }, seen);
		expect(shown(lost)).toBe(row);
		const told = merge({ stored, heard: heardOf({ snapshotCount: 3 }) }, lost);
		expect(shown(told)?.status).toBe('interrupted');
	});
});

describe('a chat that the database refused', () => {
	const refused = heardOf({ unsaved: unsavedOf([question(), answer({ status: 'done' })]) });

	it('is not taken for a deleted one when it has been saved and is not read from the database yet', () => {
		const before = merge({ stored: storedOf(null, []), heard: refused });
		const after = merge({ stored: storedOf(null, []), heard: heardOf() }, before);
		expect(after).toMatchObject({ isGone: false, chat: { id: 'c' } });
	});

	it('is gone where nobody knows of it, and never did', () => {
		expect(merge({ stored: storedOf(null, []), heard: heardOf() }).isGone).toBe(true);
	});
});
