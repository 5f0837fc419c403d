/**
 * The chat that a window shows: stored rows, running answers and the user's actions meet here.
 *
 * Each window has one session. React reads it through `useSyncExternalStore`; nothing else holds this state.
 */

import { type MergedChat, NOTHING_HEARD, NOTHING_MERGED } from '../../chat/merged-chat.ts';
import { attachmentsOf, questionParts } from '../../chat/parts.ts';
import type { Chat, UserMessage } from '../../chat/schema.ts';
import { withTarget } from '../../chat/target.ts';
import { descendantsOf, newestLeafUnder, treeIndexOf } from '../../chat/tree.ts';
import type { Store } from '../../store/store.ts';
import { emptyAnswer } from '../protocol.ts';
import type { RunClient } from '../window/run-client.ts';
import type { ChatSession, ChatState, Sought } from './chat-state.ts';
import { newChat, newQuestion } from './new-question.ts';
import { createOpenChat, type OpenChat } from './open-chat.ts';

interface Surroundings {
	client: RunClient;
	/** Loads the code of the database, which happens only after the window takes keys. */
	loadStore: () => Promise<Store>;
}

/** Opens a window's session on a new chat. */
export function createChatSession({ client, loadStore }: Surroundings): ChatSession {
	const listeners = new Set<() => void>();
	let open: OpenChat | null = null;
	let goneChatId: string | null = null;
	let sought: Sought | null = null;
	/** Whether the new chat that is shown will be temporary. */
	let isNextTemporary = false;
	let isStoreFailing = false;
	let state: ChatState | null = null;

	const merged = (): MergedChat => open?.get() ?? NOTHING_MERGED;

	function getState(): ChatState {
		const { chat, path, messages, runningAnswerId, isLoading } = merged();
		state ??= {
			chatId: open?.id ?? null,
			chat,
			isTemporary: open ? (chat?.isTemporary ?? false) : isNextTemporary,
			goneChatId,
			sought,
			isLoading: open !== null && isLoading,
			path,
			messages,
			runs: (open ? client.getHeard(open.id) : NOTHING_HEARD).runs,
			connection: client.getConnection(),
			runningAnswerId,
			isStoreFailing,
		};
		return state;
	}

	function turnTo(next: OpenChat | null): void {
		open?.close();
		open = next;
		goneChatId = null;
		sought = null;
		isNextTemporary = false;
	}

	/** To be called when the user turns to another chat. */
	function leave(): void {
		const { chat } = merged();
		if (chat?.isTemporary) void client.deleteChat(chat.id);
	}

	function changed(): void {
		if (open?.get().isGone) {
			const { id } = open;
			// The new chat that takes the place of a temporary one is temporary, too.
			const wasTemporary = open.get().chat?.isTemporary ?? false;
			turnTo(null);
			goneChatId = id;
			isNextTemporary = wasTemporary;
		}
		state = null;
		for (const listener of listeners) listener();
	}

	function fail(error: unknown): void {
		console.error('The database of chats does not answer.', error);
		isStoreFailing = true;
		changed();
	}

	/** Opens a chat in this session, and does not tell listeners yet. */
	function openChat(chatId: string): OpenChat {
		const next = createOpenChat(chatId, {
			client,
			loadStore,
			onChange: changed,
			onStored(chat) {
				if (chat !== null) isStoreFailing = false;
			},
			onError: fail,
		});
		turnTo(next);
		client.attach(chatId);
		return next;
	}

	const unsubscribe = client.subscribe(() => {
		if (open) open.hear();
		else changed();
	});

	/** Makes a write that the user asked for. If the database refuses, the window says so. */
	function write(change: (store: Store) => Promise<unknown>): void {
		loadStore().then(change).catch(fail);
	}

	/** Shows the question and its answer at once, and has the background save and run them. */
	function pose(before: Chat, question: UserMessage): void {
		const answerId = crypto.randomUUID();
		const chat = { ...before, leafId: answerId };
		const answer = emptyAnswer({ type: 'ask', chat, question, answerId }, question.createdAt + 1);
		const target = open?.id === chat.id ? open : openChat(chat.id);
		target.change(chat, [question, answer]);
		client.ask(chat, question, answerId);
	}

	/** Shows the user's change of the chat, and has it kept: by the database, or if that refuses by the background. */
	function changeChat(chat: Chat, save: (store: Store) => Promise<void>): void {
		open?.keep(chat);
		write(save);
	}

	return {
		getState,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		open(chatId, at) {
			if (chatId !== open?.id) leave();
			openChat(chatId);
			sought = at ?? null;
			changed();
		},
		startNew(isTemporary = false) {
			leave();
			turnTo(null);
			isNextTemporary = isTemporary;
			changed();
		},
		load: async (ids) => open?.load(ids),
		ask(text, target, attachments = []) {
			const { chat, path } = merged();
			if (open && !chat) return;
			const chatId = open?.id ?? crypto.randomUUID();
			const question = newQuestion(chatId, {
				parts: questionParts(text, attachments),
				parentId: path.at(-1)?.id ?? null,
			});
			// The question goes where the line beside Send says.
			pose(withTarget(chat ?? newChat(question, target, isNextTemporary), target), question);
		},
		summarize(text) {
			const { chat, path } = merged();
			const parentId = path.at(-1)?.id ?? null;
			if (chat)
				pose(chat, newQuestion(chat.id, { parts: questionParts(text, []), parentId, startsContext: true }));
		},
		askLater(text, attachments = []) {
			const { chat, runningAnswerId: parentId } = merged();
			if (!chat) return;
			const question = newQuestion(chat.id, { parts: questionParts(text, attachments), parentId });
			client.askLater(chat, question, crypto.randomUUID());
		},
		retry(answerId, by) {
			const { chat, nodes } = merged();
			const questionId = treeIndexOf(nodes).byId.get(answerId)?.parentId ?? null;
			if (!chat || questionId === null) return;
			const asked = { chatId: chat.id, questionId, answerId: crypto.randomUUID(), ...(by && { by }) };
			open?.change({ ...chat, leafId: asked.answerId }, [
				emptyAnswer({ type: 'answer', ...asked }, Date.now()),
			]);
			client.answer(asked);
		},
		continueAnswer(answerId) {
			const { chat } = merged();
			if (chat) client.continueAnswer(chat.id, answerId);
		},
		edit(questionId, text) {
			const { chat, messages } = merged();
			const before = messages.get(questionId);
			if (!chat || !before) return;
			const { parts, parentId } = before;
			pose(chat, newQuestion(chat.id, { parts: questionParts(text, attachmentsOf(parts)), parentId }));
		},
		stop: client.stop,
		showVersion(messageId) {
			const { chat, nodes } = merged();
			if (!chat) return;
			const leafId = newestLeafUnder(nodes, messageId);
			changeChat({ ...chat, leafId }, (store) => store.setLeaf(chat.id, leafId));
		},
		async deleteMessage(messageId, alone) {
			const { nodes } = merged();
			const ids = alone ?? [messageId, ...descendantsOf(nodes, messageId)];
			for (const run of getState().runs.values()) {
				if (!run.hasEnded && ids.includes(run.answerId)) client.stop(run.answerId);
			}
			if (!alone) open?.deleteUnstored(messageId);
			try {
				return await (await loadStore()).cutMessages(messageId, alone);
			} catch (error) {
				fail(error);
				return null;
			}
		},
		setTarget(target) {
			const { chat } = merged();
			if (chat) changeChat(withTarget(chat, target), (store) => store.setTarget(chat.id, target));
		},
		rename(title) {
			const { chat } = merged();
			if (chat) changeChat({ ...chat, title }, (store) => store.renameChat(chat.id, title));
		},
		close() {
			unsubscribe();
			open?.close();
			client.close();
		},
	};
}
