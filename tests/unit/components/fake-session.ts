import { createGrowingText, livePartsOf } from '../../../utils/chat/live-parts.ts';
import { isRunning } from '../../../utils/chat/reduce.ts';
import type { Chat, Message } from '../../../utils/chat/schema.ts';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import type { ChatSession, ChatState } from '../../../utils/run/session/chat-state.ts';
import type { LiveRun } from '../../../utils/run/window/heard-chat.ts';
import { type FlatMessage, withParts } from '../flat-message.ts';

/** A session that does nothing but show what it is given, and note what it is asked to do. */
export interface FakeSession extends ChatSession {
	readonly calls: [name: string, ...args: unknown[]][];
	set(changed: Partial<ChatState>): void;
}

export const EMPTY_STATE: ChatState = {
	chatId: null,
	chat: null,
	isTemporary: false,
	goneChatId: null,
	isLoading: false,
	path: [],
	messages: new Map(),
	runs: new Map(),
	connection: 'connected',
	runningAnswerId: null,
	isStoreFailing: false,
	sought: null,
};

export function createFakeSession(initial: Partial<ChatState> = {}): FakeSession {
	let state: ChatState = { ...EMPTY_STATE, ...initial };
	const listeners = new Set<() => void>();
	const calls: FakeSession['calls'] = [];
	const note =
		(name: string) =>
		(...args: unknown[]) => {
			calls.push([name, ...args]);
		};
	return {
		calls,
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		set(changed) {
			state = { ...state, ...changed };
			for (const listener of listeners) listener();
		},
		open: note('open'),
		startNew: note('startNew'),
		load: async (...args) => note('load')(...args),
		ask: note('ask'),
		askLater: note('askLater'),
		retry: note('retry'),
		continueAnswer: note('continueAnswer'),
		edit: note('edit'),
		stop: note('stop'),
		showVersion: note('showVersion'),
		async deleteMessage(...args) {
			note('deleteMessage')(...args);
			return null;
		},
		setTarget: note('setTarget'),
		rename: note('rename'),
		summarize: note('summarize'),
		close: note('close'),
	};
}

/** A message of chat `c` with these fields. It is done and empty unless they say otherwise. */
export function messageOf(fields: FlatMessage & Pick<Message, 'id' | 'role'>): Message {
	return { chatId: 'c', parentId: null, status: 'done', createdAt: 0, ...withParts(fields) };
}

/** A live run of this message, with its content as the text so far. */
export function runOf(message: Message, fields: Partial<LiveRun> = {}): LiveRun {
	return {
		answerId: message.id,
		message,
		status: null,
		isUnsaved: false,
		hasEnded: !isRunning(message),
		parts: livePartsOf(message.parts),
		nextText: createGrowingText(),
		...fields,
	};
}

/** Chat `c`, with nothing in it. */
export const CHAT: Chat = {
	id: 'c',
	title: 'A chat',
	isPinned: false,
	endpointId: 'local',
	model: 'lockchat-demo',
	leafId: null,
	createdAt: 0,
	updatedAt: 0,
};

/** Chat `c` between the click on it and its appearance. */
export const LOADING: Partial<ChatState> = { ...EMPTY_STATE, chatId: 'c', isLoading: true };

/** The state when chat `c` was not there: a new chat has taken its place. */
export const GONE: Partial<ChatState> = { ...EMPTY_STATE, goneChatId: 'c' };

/** A chat of these messages, shown in their order; those in `runs` run, or have run, in this window's sight. */
export function chatOf(messages: readonly Message[], runs: readonly LiveRun[] = []): Partial<ChatState> {
	const path: PathEntry[] = messages.map(({ id, role }) => ({ id, role, versions: [id] }));
	const last = runs.find(({ answerId, hasEnded }) => !hasEnded && answerId === messages.at(-1)?.id);
	return {
		chatId: 'c',
		chat: { ...CHAT, leafId: messages.at(-1)?.id ?? null },
		path,
		messages: new Map(
			[...messages, ...runs.map((run) => run.message)].map((message) => [message.id, message]),
		),
		runs: new Map(runs.map((run) => [run.answerId, run])),
		runningAnswerId: last?.answerId ?? null,
		goneChatId: null,
		isLoading: false,
	};
}
