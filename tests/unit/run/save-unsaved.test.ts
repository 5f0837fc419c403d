import { describe, expect, it } from 'vitest';
import type { Chat, Message, UnsavedChat } from '../../../utils/chat/schema.ts';
import { createUnsavedChats, type UnsavedRecord } from '../../../utils/run/background/unsaved-chats.ts';
import type { RunStore } from '../../../utils/store/store.ts';

const CHAT = {
	id: 'chat',
	title: '',
	endpointId: 'local',
	model: 'm',
	leafId: null,
	createdAt: 1,
	updatedAt: 1,
} as Chat;

const message = (id: string, role: Message['role'], parentId: string | null, text: string): Message => ({
	id,
	chatId: CHAT.id,
	parentId,
	role,
	parts: [{ type: 'text', text }],
	status: 'done',
	createdAt: 1,
});

/** Two turns that a database refused: q1 → a1 → q2 → a2. */
const TURNS = [
	message('q1', 'user', null, 'One?'),
	message('a1', 'assistant', 'q1', 'One.'),
	message('q2', 'user', 'a1', 'Two?'),
	message('a2', 'assistant', 'q2', 'Two.'),
];

/** A database that takes everything, and lets something happen while it writes the first answer. */
function storeDuring(happens: () => void) {
	const saved: Message[] = [];
	const store: Pick<RunStore, 'saveQuestion' | 'saveAnswerStart' | 'saveAnswer'> = {
		saveQuestion: async ({ question }) => {
			saved.push(question);
			return 'saved';
		},
		saveAnswerStart: async () => 'saved',
		saveAnswer: async (answer) => {
			saved.push(answer);
			if (saved.filter(({ role }) => role === 'assistant').length === 1) happens();
			return 'saved';
		},
	};
	return { saved, store: store as RunStore };
}

function setUp() {
	let recorded: UnsavedChat | null = null;
	const record: UnsavedRecord = {
		read: async () => [],
		write: (unsaved) => {
			recorded = structuredClone(unsaved);
		},
		remove: async (_, blobIds = []) => {
			recorded = null;
			removed.push(...blobIds);
		},
	};
	const removed: string[] = [];
	const unsaved = createUnsavedChats(record);
	unsaved.remember(CHAT, TURNS);
	return { unsaved, removed, recorded: () => recorded?.messages.map(({ id }) => id) ?? null };
}

describe('case 243: a chat that the database does not have', () => {
	it('is forgotten with its pictures', async () => {
		const { unsaved, removed } = setUp();
		const image = { type: 'image' as const, blobId: 'b1', mime: 'image/png', width: 1, height: 1 };
		unsaved.remember(
			{ ...CHAT, isTemporary: true },
			TURNS.map((turn) => ({ ...turn, parts: [image] })),
		);
		await unsaved.forget(CHAT.id);
		expect(new Set(removed)).toEqual(new Set(['b1']));
	});
});

describe('while a chat that was refused is being saved', () => {
	it('all of it is written and forgotten, if nothing happens', async () => {
		const { unsaved, recorded } = setUp();
		const { saved, store } = storeDuring(() => undefined);
		await unsaved.save(store, CHAT.id);
		expect(saved.map(({ id }) => id)).toEqual(['q1', 'a1', 'q2', 'a2']);
		expect([unsaved.get(CHAT.id), recorded()]).toEqual([null, null]);
	});

	it('a message that the user deletes meanwhile is not written', async () => {
		const { unsaved, recorded } = setUp();
		const { saved, store } = storeDuring(() => unsaved.change(CHAT, ['q2', 'a2']));
		await unsaved.save(store, CHAT.id);
		expect(saved.map(({ id }) => id)).toEqual(['q1', 'a1']);
		expect([unsaved.get(CHAT.id), recorded()]).toEqual([null, null]);
	});

	it('an answer that grows meanwhile is not written as it was, and stays remembered with its question', async () => {
		const { unsaved, recorded } = setUp();
		const grown = message('a2', 'assistant', 'q2', 'Two, and more.');
		const { saved, store } = storeDuring(() => unsaved.remember(CHAT, [grown]));
		await unsaved.save(store, CHAT.id);
		expect(saved.map(({ id }) => id)).toEqual(['q1', 'a1']);
		expect(unsaved.get(CHAT.id)?.messages).toEqual([TURNS[2], grown]);
		expect(recorded()).toEqual(['q2', 'a2']);
	});

	it('an answer that grows after it was written is remembered until it is written again', async () => {
		const { unsaved } = setUp();
		const grown = message('a1', 'assistant', 'q1', 'One, and more.');
		const { saved, store } = storeDuring(() => unsaved.remember(CHAT, [grown]));
		await unsaved.save(store, CHAT.id);
		expect(saved.map(({ id }) => id)).toEqual(['q1', 'a1', 'q2', 'a2']);
		expect(unsaved.get(CHAT.id)?.messages).toEqual([TURNS[0], grown]);
	});
});
