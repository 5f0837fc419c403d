import { readAll } from '../chat/repair.ts';
import type { Chat, Message } from '../chat/schema.ts';
import { changeChat } from './database/chat-rows.ts';
import {
	deleteCheckpoints,
	deleteCheckpointsWhere,
	partialOf,
	readCheckpoints,
} from './database/checkpoint-rows.ts';
import type { StoreContext } from './database/context.ts';
import { chatRow, readMessageRow } from './database/database.ts';
import { putMessage } from './database/message-rows.ts';
import type { RunWrites } from './store.ts';

export function createRunWrites(context: StoreContext): RunWrites {
	const { connection, damage, now } = context;
	const { strict: db, relaxed } = connection;
	const askTables = [db.chats, db.nodes, db.messages];
	const answerTables = [db.nodes, db.messages, db.checkpoints];

	async function isStored(messageId: string): Promise<boolean> {
		return (await db.messages.where('id').equals(messageId).count()) > 0;
	}

	async function isIn(chatId: string, messageId: string): Promise<boolean> {
		return (await db.nodes.get([chatId, messageId])) !== undefined;
	}

	/** A question whose parent was deleted meanwhile, by another window, becomes a first question: otherwise nothing would lead to it. */
	async function rooted(question: Message): Promise<Message> {
		const { chatId, parentId } = question;
		return parentId === null || (await isIn(chatId, parentId)) ? question : { ...question, parentId: null };
	}

	function saveQuestion({ chat, question, answer }: { chat: Chat; question: Message; answer: Message }) {
		return db.transaction('rw', askTables, async () => {
			const isOwn = await isIn(chat.id, question.id);
			const isTaken = !isOwn && (await isStored(question.id));
			if (isTaken || (await isStored(answer.id))) return 'exists';
			const asked = { ...chat, leafId: answer.id, updatedAt: now() };
			const change = (stored: Chat) => {
				// The target is the one that the window showed: a parameter that it does not have is removed.
				const { temperature: _temperature, systemPrompt: _systemPrompt, ...rest } = stored;
				const { title, isPinned, createdAt } = stored;
				return { ...rest, ...asked, title, isPinned, createdAt };
			};
			const isKnown = await changeChat(db, { chatId: chat.id, change }, context);
			if (!isKnown) await db.chats.put(chatRow(asked));
			if (!isOwn) await putMessage(db, await rooted(question), context);
			await putMessage(db, answer, context);
			return 'saved';
		});
	}

	function saveAnswerStart(answer: Message) {
		return db.transaction('rw', askTables, async () => {
			if (await isStored(answer.id)) return 'exists';
			if (answer.parentId === null || !(await isIn(answer.chatId, answer.parentId))) return 'missing';
			const change = (chat: Chat) => ({ ...chat, leafId: answer.id, updatedAt: now() });
			const isKnown = await changeChat(db, { chatId: answer.chatId, change }, context);
			if (!isKnown) return 'missing';
			await putMessage(db, answer, context);
			return 'saved';
		});
	}

	/** Never brings back an answer that was deleted while it ran, and never writes over a question. */
	function replaceAnswer(answer: Message) {
		return db.transaction('rw', answerTables, async () => {
			await deleteCheckpoints(db, answer.id);
			if (answer.role !== 'assistant' || !(await isIn(answer.chatId, answer.id))) return 'missing';
			await putMessage(db, answer, context);
			return 'saved';
		});
	}

	function settleOrphans(liveAnswerIds: ReadonlySet<string>) {
		return db.transaction('rw', answerTables, async () => {
			const running = await db.messages.where('open').equals(1).toArray();
			const settled: Message[] = [];
			for (const orphan of readAll(running, readMessageRow, damage)) {
				if (liveAnswerIds.has(orphan.id)) continue;
				const partial = partialOf(orphan, await readCheckpoints(db, orphan.id, damage));
				await putMessage(db, partial, context);
				settled.push(partial);
			}
			// Deletes also the checkpoints that an answer wrote after it was deleted, and those of the answers above,
			// whose rows hold them now, even where one runs again already.
			const settledIds = new Set(settled.map(({ id }) => id));
			await deleteCheckpointsWhere(db, (id) => !liveAnswerIds.has(id) || settledIds.has(id));
			return settled;
		});
	}

	return {
		saveQuestion: (asked) => connection.call(() => saveQuestion(asked)),
		saveAnswerStart: (answer) => connection.call(() => saveAnswerStart(answer)),
		saveAnswerResumed: (answer) => connection.call(() => replaceAnswer(answer)),
		saveAnswer: (answer) => connection.call(() => replaceAnswer(answer)),
		appendCheckpoint: (checkpoint) =>
			connection.call(async () => {
				await relaxed.checkpoints.put(checkpoint);
			}),
		settleOrphans: (liveAnswerIds) => connection.call(() => settleOrphans(liveAnswerIds)),
	};
}
