import { titleOf } from '../chat/title-of.ts';
import { newestLeafUnder } from '../chat/tree.ts';
import type { Attachment, Chat, Message } from '../chat/types.ts';
import type { Store } from '../store/store.ts';
import type { ChatSession, Target } from './chat-session.ts';
import { createChatView } from './chat-view.ts';
import type { UserMessage } from './protocol.ts';
import type { RunClient } from './run-client.ts';

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
			content: '',
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
				text,
				attachments,
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
			const { attachments = [], parentId } = before;
			pose(chat, questionIn(chat.id, { text, attachments, parentId }));
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
	text: string;
	attachments: readonly Attachment[];
	parentId: string | null;
}

function questionIn(chatId: string, { text, attachments, parentId }: QuestionParts): UserMessage {
	return {
		id: crypto.randomUUID(),
		chatId,
		parentId,
		role: 'user',
		content: text,
		status: 'done',
		...(attachments.length > 0 && { attachments: [...attachments] }),
		createdAt: Date.now(),
	};
}
