/**
 * The chat that a window shows: where stored rows, running answers and the user's doings meet.
 *
 * One a window. React reads it through `useSyncExternalStore`; nothing else holds this state.
 */

import { type Attachment, attachmentsOf, questionParts } from '../../chat/parts.ts';
import type { Chat, Message, Part, UserMessage } from '../../chat/schema.ts';
import { titleOf } from '../../chat/title-of.ts';
import { newestLeafUnder } from '../../chat/tree.ts';
import type { Store } from '../../store/store.ts';
import type { LiveRun } from '../window/live-runs.ts';
import type { Connection, RunClient } from '../window/run-client.ts';
import { createChatView } from './chat-view.ts';

/** One place in the shown path. `versions` are the siblings' ids in the order they were made, this one included. */
export interface PathEntry {
	readonly id: string;
	readonly role: Message['role'];
	readonly versions: readonly string[];
}

export interface ChatState {
	/** The chat that the window belongs to, from the click on it on; null of a new one, until its first question. */
	readonly chatId: string | null;
	/** That chat; null while it is new, loads, or is refused by the database. */
	readonly chat: Chat | null;
	/** The chat in whose place this new one is shown, as it was deleted; null where the user has begun the new one. */
	readonly goneChatId: string | null;
	/** True until a stored chat's path is known, or that there is none; a new chat never loads. */
	readonly isLoading: boolean;
	/** From the first question to the shown leaf; the same objects for entries that did not change. */
	readonly path: readonly PathEntry[];
	/** Rows read so far, by id; unchanged rows keep their identity. A path entry may not be here yet: see `load`. */
	readonly messages: ReadonlyMap<string, Message>;
	/** Running answers and those that ended while this window watched: their texts win over `messages`. */
	readonly runs: ReadonlyMap<string, LiveRun>;
	readonly connection: Connection;
	/** The last answer of the path, while it runs. */
	readonly runningAnswerId: string | null;
	/** The database cannot be read or written: what is shown is not saved. */
	readonly isStoreFailing: boolean;
}

/** What the next question is sent to. */
export interface Target {
	endpointId: string;
	model: string;
	temperature?: number;
	systemPrompt?: string;
}

export interface ChatSession {
	getState(): ChatState;
	subscribe(listener: () => void): () => void;
	open(chatId: string): void;
	/** Shows an empty chat; nothing is stored until its first question. */
	startNew(): void;
	/** Reads these rows into `messages`, older ones, as they are scrolled to. Never rejects: see `isStoreFailing`. */
	load(ids: readonly string[]): Promise<void>;
	/** Does nothing while the chat is not there: it has no last message to ask under. See `untilLoaded`. */
	ask(text: string, target: Target, attachments?: readonly Attachment[]): void;
	/** One more answer beside this one: Retry and Regenerate. */
	retry(answerId: string): void;
	continueAnswer(answerId: string): void;
	/** A new version of a question, asked. */
	edit(questionId: string, text: string): void;
	stop(answerId: string): void;
	/** Shows the newest path through this message. */
	showVersion(messageId: string): void;
	deleteMessage(messageId: string): void;
	/** Binds the chat to another endpoint or model, because the user chose so. */
	setTarget(target: Target): void;
	close(): void;
}

export interface ChatSessionOptions {
	client: RunClient;
	/** The database, loaded after the window takes keys. */
	loadStore: () => Promise<Store>;
}

function newChat(target: Target, question: UserMessage): Chat {
	const { createdAt } = question;
	return {
		id: question.chatId,
		title: titleOf(question),
		isPinned: false,
		...target,
		leafId: null,
		createdAt,
		updatedAt: createdAt,
	};
}

/** Opens a window's session on a new chat. */
export function createChatSession({ client, loadStore }: ChatSessionOptions): ChatSession {
	const view = createChatView(client, loadStore);

	/** A write that the user asked for; a database that refuses is shown by the view. */
	function write(change: (store: Store) => Promise<unknown>): void {
		loadStore().then(change).catch(view.fail);
	}

	function answerTo(question: Pick<Message, 'id' | 'chatId'>, createdAt: number): Message {
		return {
			id: crypto.randomUUID(),
			chatId: question.chatId,
			parentId: question.id,
			role: 'assistant',
			parts: [],
			status: 'waiting',
			createdAt,
		};
	}

	/** Shows the question and its answer at once, and has the background save and run them. */
	function pose(chat: Chat, question: UserMessage): void {
		const answer = answerTo(question, question.createdAt + 1);
		view.show({ ...chat, leafId: answer.id }, [question, answer]);
		client.ask({ ...chat, leafId: answer.id }, question, answer.id);
	}

	return {
		getState: view.getState,
		subscribe: view.subscribe,
		open: view.open,
		startNew: view.startNew,
		load: view.load,
		ask(text, target, attachments = []) {
			const { chat, chatId } = view.getState();
			if (chatId !== null && !chat) return;
			const question = questionIn(chatId ?? crypto.randomUUID(), {
				parts: questionParts(text, attachments),
				parentId: view.leafId(),
			});
			// What stands beside Send is where it goes.
			pose(chat ? { ...chat, ...target } : newChat(target, question), question);
		},
		retry(answerId) {
			const { chat } = view.getState();
			const questionId = view.parentOf(answerId);
			if (!chat || questionId === null) return;
			const answer = answerTo({ id: questionId, chatId: chat.id }, Date.now());
			view.show({ ...chat, leafId: answer.id }, [answer]);
			client.answer(chat.id, questionId, answer.id);
		},
		continueAnswer(answerId) {
			const { chat } = view.getState();
			if (chat) client.continueAnswer(chat.id, answerId);
		},
		edit(questionId, text) {
			const { chat, messages } = view.getState();
			const before = messages.get(questionId);
			if (!chat || !before) return;
			const { parts, parentId } = before;
			pose(chat, questionIn(chat.id, { parts: questionParts(text, attachmentsOf(parts)), parentId }));
		},
		stop: client.stop,
		showVersion(messageId) {
			const { chat } = view.getState();
			if (!chat) return;
			const leafId = newestLeafUnder(view.nodes(), messageId);
			view.show({ ...chat, leafId }, []);
			write((store) => store.setLeaf(chat.id, leafId));
		},
		deleteMessage(messageId) {
			for (const run of view.getState().runs.values()) {
				if (!run.hasEnded && view.isBelow(run.answerId, messageId)) client.stop(run.answerId);
			}
			write((store) => store.deleteMessage(messageId));
		},
		setTarget(target) {
			const { chat } = view.getState();
			if (!chat) return;
			view.show({ ...chat, ...target }, []);
			write((store) => store.setTarget(chat.id, target));
		},
		close: view.close,
	};
}

interface QuestionParts {
	parts: Part[];
	parentId: string | null;
}

function questionIn(chatId: string, { parts, parentId }: QuestionParts): UserMessage {
	return {
		id: crypto.randomUUID(),
		chatId,
		parentId,
		role: 'user',
		parts,
		status: 'done',
		createdAt: Date.now(),
	};
}

/** Resolves when nothing loads: the chat is there, or is known to be gone or refused; at once in a new one. */
export function untilLoaded(session: Pick<ChatSession, 'getState' | 'subscribe'>): Promise<void> {
	return new Promise((resolve) => {
		const look = (): void => {
			if (session.getState().isLoading) return;
			unsubscribe();
			resolve();
		};
		const unsubscribe = session.subscribe(look);
		look();
	});
}
