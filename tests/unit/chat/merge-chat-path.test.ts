import { describe, expect, it } from 'vitest';
import {
	answer,
	byId,
	CHAT,
	EMPTY,
	heardOf,
	justAsked,
	merge,
	pathOf,
	question,
	runsOf,
	shown,
	storedOf,
	unsavedOf,
} from './chat-sources.ts';

describe('a question asked in this window', () => {
	const asked = byId([question(), answer()]);

	it('is shown with its answer before anything is stored', () => {
		const merged = justAsked();
		expect(pathOf(merged)).toEqual(['q', 'a']);
		expect(merged).toMatchObject({ chat: CHAT, runningAnswerId: 'a', isLoading: false, isGone: false });
	});

	it('waits until its own rows have been read, not only its nodes', () => {
		const unread = merge({ stored: storedOf(CHAT, [question()], [answer()]) }, justAsked());
		expect([...unread.asked.keys()]).toEqual(['a']);
		expect(pathOf(unread)).toEqual(['q', 'a']);
		const read = merge({ stored: storedOf(CHAT, [question(), answer()]) }, unread);
		expect(read.asked.size).toBe(0);
		expect(pathOf(read)).toEqual(['q', 'a']);
	});

	it('keeps the leaf that another window moves meanwhile until its rows are read, and follows it then', () => {
		const other = answer({ id: 'b', createdAt: 3 });
		const start = storedOf({ ...CHAT, leafId: 'a' }, [question(), answer()]);
		const before = merge({ stored: start });
		const mine = question({ id: 'q2', parentId: 'a', createdAt: 5 });
		const pending = merge({ stored: start, changed: { ...CHAT, leafId: 'q2' }, asked: byId([mine]) }, before);
		expect(pathOf(pending)).toEqual(['q', 'a', 'q2']);
		const movedRows = [question(), answer(), other];
		const moved = merge({ stored: storedOf({ ...CHAT, leafId: 'b' }, movedRows) }, pending);
		expect(pathOf(moved)).toEqual(['q', 'a', 'q2']);
		const all = merge({ stored: storedOf({ ...CHAT, leafId: 'b' }, [...movedRows, mine]) }, moved);
		expect(pathOf(all)).toEqual(['q', 'b']);
	});

	it('is gone, and not waited for, when it was deleted before its row was read', () => {
		const first = storedOf(CHAT, [question(), answer()]);
		const mine = question({ id: 'q2', parentId: 'a', createdAt: 5 });
		const pending = merge({ stored: first, changed: { ...CHAT, leafId: 'q2' }, asked: byId([mine]) });
		const unread = merge(
			{ stored: storedOf({ ...CHAT, leafId: 'q2' }, [question(), answer()], [mine]) },
			pending,
		);
		const deleted = merge({ stored: storedOf({ ...CHAT }, [question(), answer()]) }, unread);
		expect(deleted.asked.size).toBe(0);
		expect(pathOf(deleted)).toEqual(['q', 'a']);
	});

	it('is shown as refused where the database refused the whole chat, and stays when that is saved later', () => {
		const ended = answer({ status: 'done', content: 'Yes.' });
		const refused = merge({ heard: heardOf({ unsaved: unsavedOf([question(), ended]) }) }, justAsked());
		expect(shown(refused)).toBe(ended);
		expect([...refused.asked.keys()]).toEqual([...asked.keys()]);
		const saved = merge({ heard: heardOf({ lastSeen: byId([ended]) }) }, refused);
		expect(pathOf(saved)).toEqual(['q', 'a']);
		expect(shown(saved)).toBe(ended);
	});
});

describe('the leaf', () => {
	const old = answer({ status: 'done' });
	const next = answer({ id: 'b', status: 'done', createdAt: 3 });
	const rows = [question(), old, next];

	it('is the stored one when the chat is first read', () => {
		expect(pathOf(merge({ stored: storedOf(CHAT, rows) }))).toEqual(['q', 'a']);
	});

	it('stays where the user put it until the stored one moves', () => {
		const first = merge({ stored: storedOf({ ...CHAT, leafId: 'b' }, rows) });
		const switched = merge({ stored: storedOf({ ...CHAT, leafId: 'b' }, rows), changed: CHAT }, first);
		expect(pathOf(switched)).toEqual(['q', 'a']);
		const renamed = merge({ stored: storedOf({ ...CHAT, leafId: 'b', title: 'New' }, rows) }, switched);
		expect(pathOf(renamed)).toEqual(['q', 'a']);
		expect(renamed.chat?.title).toBe('New');
		const moved = merge({ stored: storedOf({ ...CHAT, leafId: 'q' }, rows) }, renamed);
		expect(pathOf(moved)).toEqual(['q']);
	});

	it('stays where the user put it last while the database tells of what he did before that', () => {
		const started = { ...CHAT, leafId: 'b' };
		const back = { ...CHAT, leafId: 'a' };
		const stored = storedOf(started, rows);
		const first = merge({ stored });
		const onceSwitched = merge({ stored, changed: back }, first);
		const twiceSwitched = merge({ stored, changed: { ...started } }, onceSwitched);
		expect(pathOf(twiceSwitched)).toEqual(['q', 'b']);
		const echo = merge({ stored: storedOf({ ...back, title: 'New' }, rows) }, twiceSwitched);
		expect(pathOf(echo)).toEqual(['q', 'b']);
		expect(echo.chat?.title).toBe('New');
		const read = merge({ stored: storedOf({ ...started, title: 'New' }, rows) }, echo);
		expect(pathOf(read)).toEqual(['q', 'b']);
		const moved = merge({ stored: storedOf({ ...back, title: 'New' }, rows) }, read);
		expect(pathOf(moved)).toEqual(['q', 'a']);
	});

	it('stays, as the model does, where the user chose one model after the other', () => {
		const stored = storedOf(CHAT, rows);
		const first = merge({ stored });
		const slow = merge({ stored, changed: { ...CHAT, model: 'slow' } }, first);
		const fast = merge({ stored, changed: { ...CHAT, model: 'fast' } }, slow);
		const echo = merge({ stored: storedOf({ ...CHAT, model: 'slow' }, rows) }, fast);
		expect(echo.chat?.model).toBe('fast');
		const read = merge({ stored: storedOf({ ...CHAT, model: 'fast' }, rows) }, echo);
		expect(read.chat?.model).toBe('fast');
		const elsewhere = merge({ stored: storedOf({ ...CHAT, model: 'slow' }, rows) }, read);
		expect(elsewhere.chat?.model).toBe('slow');
	});

	it('that has no node yet leaves the path as it was', () => {
		const first = merge({ stored: storedOf(CHAT, rows) });
		const ahead = merge({ stored: storedOf({ ...CHAT, leafId: 'not read yet' }, rows) }, first);
		expect(ahead.path).toBe(first.path);
	});

	it('that was deleted gives way to what it followed', () => {
		const first = merge({ stored: storedOf(CHAT, [question(), old]) });
		const deleted = merge({ stored: storedOf({ ...CHAT }, [question()]) }, first);
		expect(pathOf(deleted)).toEqual(['q']);
	});

	it('that nobody knows, in a chat that is just opened, gives way to the newest path', () => {
		expect(pathOf(merge({ stored: storedOf({ ...CHAT, leafId: 'lost' }, rows) }))).toEqual(['q', 'b']);
	});

	it('of a refused chat is its own where that was refused too, else its latest message', () => {
		const refused = (leafId: string) =>
			merge({
				stored: storedOf(null, []),
				heard: heardOf({ unsaved: unsavedOf([question(), old, next], { ...CHAT, leafId }) }),
			});
		expect(pathOf(refused('a'))).toEqual(['q', 'a']);
		expect(pathOf(refused('stored once'))).toEqual(['q', 'b']);
	});

	it('null shows nothing: every message was deleted', () => {
		expect(merge({ stored: storedOf({ ...CHAT, leafId: null }, []) }).path).toEqual([]);
	});
});

describe('the versions of a message', () => {
	it('are those that are stored, asked here and refused, in the order they were made', () => {
		const merged = merge({
			stored: storedOf(CHAT, [question(), answer({ status: 'done' })]),
			heard: heardOf({ unsaved: unsavedOf([answer({ id: 'refused', status: 'done', createdAt: 3 })]) }),
			asked: byId([answer({ id: 'asked', createdAt: 4 })]),
		});
		expect(merged.path.at(-1)?.versions).toEqual(['a', 'refused', 'asked']);
	});

	it('do not count an answer that is only being prepared to go on', () => {
		const merged = merge({
			stored: storedOf({ ...CHAT, leafId: 'q' }, [question()]),
			heard: heardOf({ preparing: byId([answer({ id: 'somewhere', parentId: null })]) }),
		});
		expect(merged.nodes.map(({ id }) => id)).toEqual(['q']);
	});
});

describe('a chat', () => {
	it('loads until the database has told of it', () => {
		expect(merge({})).toMatchObject({ isLoading: true, isGone: false });
		expect(merge({ stored: storedOf(CHAT, []) })).toMatchObject({ isLoading: false });
	});

	it('that the database does not have loads until the background has told what it remembers', () => {
		const stored = storedOf(null, []);
		expect(merge({ stored })).toMatchObject({ isLoading: true, isGone: false });
		const early = heardOf({ unsaved: undefined });
		expect(merge({ stored, heard: early })).toMatchObject({ isLoading: true, isGone: false });
		expect(merge({ stored, heard: heardOf() })).toMatchObject({ isGone: true });
	});

	it('that only runs is not gone', () => {
		expect(merge({ stored: storedOf(null, []), heard: heardOf({ runs: runsOf(answer()) }) }).isGone).toBe(
			false,
		);
		expect(
			merge({ stored: storedOf(null, []), heard: heardOf({ preparing: byId([answer()]) }) }).isGone,
		).toBe(false);
	});

	it('that was just asked is not gone where its messages are read back before it, and nobody runs them yet', () => {
		const stored = storedOf(null, [question(), answer()]);
		const merged = merge({ stored, heard: heardOf() }, justAsked());
		expect(merged).toMatchObject({ chat: CHAT, isLoading: false, isGone: false, runningAnswerId: 'a' });
		const read = merge({ stored: { ...stored, chat: CHAT }, heard: heardOf() }, merged);
		expect(read).toMatchObject({ isGone: false, asked: new Map() });
		expect(merge({ stored: storedOf(null, []), heard: heardOf() }, read).isGone).toBe(true);
	});

	it('that was just asked and deleted at once is gone, though its row was never read', () => {
		const saved = merge({ stored: storedOf(null, [question(), answer()]), heard: heardOf() }, justAsked());
		expect(merge({ stored: storedOf(null, []), heard: heardOf() }, saved).isGone).toBe(true);
	});

	it('that the database refuses to give stops loading when the background does not have it either', () => {
		const stored = { ...EMPTY, isRefused: true };
		expect(merge({ stored }).isLoading).toBe(true);
		expect(merge({ stored, heard: heardOf() })).toMatchObject({
			isLoading: false,
			isGone: false,
			chat: null,
		});
	});

	it('is gone when its row is, also while something asked here waits', () => {
		const first = merge({ stored: storedOf(CHAT, [question(), answer()]) });
		const mine = question({ id: 'q2', parentId: 'a' });
		expect(merge({ stored: storedOf(null, []), asked: byId([mine]) }, first).isGone).toBe(true);
	});

	it('is gone when the background says so, though the database has not told of it yet', () => {
		expect(merge({ heard: heardOf({ isDeleted: true }) }, justAsked()).isGone).toBe(true);
	});

	it('keeps what the user changed here until its row is read anew', () => {
		const stored = storedOf(CHAT, [question(), answer()]);
		const first = merge({ stored });
		const changed = merge({ stored, changed: { ...CHAT, model: 'other' } }, first);
		expect(merge({ stored }, changed).chat?.model).toBe('other');
		expect(merge({ stored: { ...stored, chat: { ...CHAT, model: 'third' } } }, changed).chat?.model).toBe(
			'third',
		);
	});
});
