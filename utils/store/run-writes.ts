import { blobIdsOf } from '../chat/parts.ts';
import { readAll } from '../chat/repair.ts';
import type { Chat, Message } from '../chat/schema.ts';
import { withoutParameters } from '../chat/target.ts';
import { changeChat, eraseIfDeleted } from './database/chat-rows.ts';
import {
	deleteCheckpoints,
	deleteCheckpointsWhere,
	partialOf,
	readCheckpoints,
} from './database/checkpoint-rows.ts';
import type { WriteScope } from './database/connection.ts';
import type { StoreContext } from './database/context.ts';
import { type BlobRow, chatRow, readMessageRow } from './database/database.ts';
import { putMessage } from './database/message-rows.ts';
import type { Writing } from './database/transactions.ts';
import type { RunWrites } from './store.ts';

const ASKING: WriteScope = { tables: ['chats', 'nodes', 'messages', 'blobs'], durability: 'strict' };
const ANSWERING: WriteScope = { tables: ['nodes', 'messages', 'checkpoints'], durability: 'strict' };

async function isStored(writing: Writing, messageId: string): Promise<boolean> {
	return (await writing.table('messages').count(messageId)) > 0;
}

async function isIn(writing: Writing, chatId: string, messageId: string): Promise<boolean> {
	return (await writing.table('nodes').count([chatId, messageId])) > 0;
}

/**
 * The question, as a first question if another window has deleted its parent meanwhile: otherwise nothing would lead
 * to it.
 */
async function rooted(writing: Writing, question: Message): Promise<Message> {
	const { chatId, parentId } = question;
	const isRooted = parentId === null || (await isIn(writing, chatId, parentId));
	return isRooted ? question : { ...question, parentId: null };
}

export function createRunWrites(context: StoreContext): RunWrites {
	const { connection, now, held } = context;

	/**
	 * Saves a question with its pictures, which were held outside of the database until now and need not be held once
	 * they are in it.
	 */
	async function saveQuestion(asked: { chat: Chat; question: Message; answer: Message }) {
		const blobs = await held.read(blobIdsOf(asked.question.parts));
		const outcome = await saveWith(asked, blobs);
		await held.remove(blobs.map(({ id }) => id));
		return outcome;
	}

	function saveWith(
		{ chat, question, answer }: { chat: Chat; question: Message; answer: Message },
		blobs: readonly BlobRow[],
	) {
		return connection.write(ASKING, async (writing) => {
			const isOwn = await isIn(writing, chat.id, question.id);
			const isTaken = !isOwn && (await isStored(writing, question.id));
			if (isTaken || (await isStored(writing, answer.id))) return 'exists';
			await eraseIfDeleted(writing, chat.id);
			const asked = { ...chat, leafId: answer.id, updatedAt: now() };
			const change = (stored: Chat) => {
				// The target is the one that the window showed, so a stored parameter that is not in it is removed.
				const { title, isPinned, createdAt } = stored;
				const { tags: _, ...own } = asked;
				return { ...withoutParameters(stored), ...own, title, isPinned, createdAt };
			};
			const isKnown = await changeChat(writing, { chatId: chat.id, change });
			if (!isKnown) await writing.put('chats', chatRow(asked));
			if (!isOwn) await putMessage(writing, await rooted(writing, question), context);
			await putMessage(writing, answer, context);
			for (const blob of blobs) await writing.put('blobs', blob);
			return 'saved';
		});
	}

	function saveAnswerStart(answer: Message) {
		return connection.write(ASKING, async (writing) => {
			if (await isStored(writing, answer.id)) return 'exists';
			if (answer.parentId === null || !(await isIn(writing, answer.chatId, answer.parentId)))
				return 'missing';
			const change = (chat: Chat) => ({ ...chat, leafId: answer.id, updatedAt: now() });
			const isKnown = await changeChat(writing, { chatId: answer.chatId, change });
			if (!isKnown) return 'missing';
			await putMessage(writing, answer, context);
			return 'saved';
		});
	}

	/** A write of an answer. It never brings back an answer that was deleted while it ran, and never replaces a question. */
	function replaceAnswer(answer: Message) {
		return connection.write(ANSWERING, async (writing) => {
			await deleteCheckpoints(writing, answer.id);
			if (answer.role !== 'assistant' || !(await isIn(writing, answer.chatId, answer.id))) return 'missing';
			await putMessage(writing, answer, context);
			return 'saved';
		});
	}

	function interruptOrphans(liveAnswerIds: ReadonlySet<string>) {
		return connection.write(ANSWERING, async (writing) => {
			const running = await writing.index('messages', 'open').getAll(1);
			const interrupted: Message[] = [];
			for (const orphan of readAll(running, readMessageRow)) {
				if (liveAnswerIds.has(orphan.id)) continue;
				const partial = partialOf(orphan, await readCheckpoints(writing, orphan.id));
				await putMessage(writing, partial, context);
				interrupted.push(partial);
			}
			// This also deletes checkpoints that an answer wrote after it was deleted, and those of the answers
			// above, whose rows hold them now, even if one of those runs again already.
			const interruptedIds = new Set(interrupted.map(({ id }) => id));
			await deleteCheckpointsWhere(writing, (id) => !liveAnswerIds.has(id) || interruptedIds.has(id));
			return interrupted;
		});
	}

	return {
		saveQuestion,
		saveAnswerStart,
		saveAnswerResumed: replaceAnswer,
		saveAnswer: replaceAnswer,
		retitleChat: (chatId, { from, to }) =>
			connection.write({ tables: ['chats'], durability: 'relaxed' }, async (writing) => {
				const change = (chat: Chat) => (chat.title === from ? { ...chat, title: to } : chat);
				await changeChat(writing, { chatId, change });
			}),
		appendCheckpoint: (checkpoint) =>
			connection.write({ tables: ['checkpoints'], durability: 'relaxed' }, (writing) =>
				writing.put('checkpoints', checkpoint),
			),
		interruptOrphans,
	};
}
