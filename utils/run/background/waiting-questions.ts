import type { Message, UserMessage } from '../../chat/schema.ts';
import type { Command } from '../protocol.ts';
import { readWaitingList, type WaitingList, writeWaitingList } from '../waiting-list.ts';
import { readOr } from './prepare-run.ts';
import type { RunWorld } from './run-answer.ts';
import type { Runs } from './runs.ts';
import type { UnsavedChats } from './unsaved-chats.ts';

type Ask = Extract<Command, { type: 'ask' }>;
type TakeBack = Extract<Command, { type: 'take-back' }>;
type SendWaiting = Extract<Command, { type: 'send-waiting' }>;

/**
 * The questions that wait until an answer has ended well, in lists by chat. When one is asked, the others go on waiting
 * for its answer. An answer that failed or was stopped starts nothing: the user decides.
 */
export interface WaitingQuestions {
	/** Resolves when the question waits, or is asked because there is nothing to wait for. Never rejects. */
	add(ask: Ask): Promise<void>;
	/** Takes a question out. Resolves to null if it is not there any more. Never rejects. */
	takeBack(command: Omit<TakeBack, 'type' | 'requestId'>): Promise<UserMessage | null>;
	/** Asks a question at once. Does nothing if it is not there any more. Never rejects. */
	sendNow(command: Omit<SendWaiting, 'type' | 'requestId'>): Promise<void>;
	/** To be called when an answer has ended and is kept. */
	ended(answer: Message): void;
	/** Goes on where an earlier background was ended, when a window looks at the chat. */
	resume(chatId: string): void;
	/** Forgets a chat that was deleted. */
	forget(chatId: string): void;
}

interface Surroundings {
	world: Pick<RunWorld, 'store' | 'removeFromOutbox'>;
	runs: Runs;
	unsaved: UnsavedChats;
}

export function createWaitingQuestions({ world, runs, unsaved }: Surroundings): WaitingQuestions {
	const { store } = world;
	const lists = new Map<string, WaitingList | null>();
	/** One thing is done after the other, so that each question is asked once, or taken back once. */
	let doing: Promise<unknown> = Promise.resolve();

	function inTurn<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
		const done = doing.then(work).catch((error: unknown) => {
			console.error('A waiting question could not be dealt with.', error);
			return otherwise;
		});
		doing = done;
		return done;
	}

	async function read(chatId: string): Promise<WaitingList | null> {
		const known = lists.get(chatId) ?? (await readWaitingList(chatId));
		lists.set(chatId, known);
		return known;
	}

	/** Keeps a list in memory where the storage has no room for it. */
	async function write(chatId: string, list: WaitingList): Promise<void> {
		const isOver = list.questions.length === 0 && !runs.find(list.after.answerId);
		const next = isOver ? null : list;
		lists.set(chatId, next);
		await writeWaitingList(chatId, next).catch((error: unknown) =>
			console.error('The waiting questions are kept in memory only.', error),
		);
	}

	/** A message as it is kept: an answer that runs counts as running, whatever the database has of it. */
	async function find(chatId: string, id: string): Promise<Message | null> {
		await unsaved.recall();
		const known = runs.find(id) ?? unsaved.get(chatId)?.messages.find((message) => message.id === id);
		if (known) return known;
		return (await readOr(store.getMessages([id]), new Map<string, Message>())).get(id) ?? null;
	}

	/** Asks a question of the list, of the endpoint and model that the chat has now. */
	async function send(list: WaitingList, asked: Ask, parentId: string | null): Promise<void> {
		const { id } = asked.chat;
		await unsaved.recall();
		const chat = unsaved.get(id)?.chat ?? (await readOr(store.getChat(id), null)) ?? asked.chat;
		const { answerId } = asked;
		// The question leaves the list when it is saved. If the background dies in between, it is asked again, and found.
		await runs.start({ type: 'ask', chat, question: { ...asked.question, parentId }, answerId });
		const questions = list.questions.filter((other) => other !== asked);
		await write(id, { after: { answerId, questionId: asked.question.id }, questions });
	}

	/** Asks the first question of the list if the answer that it waits for has ended well. */
	async function advance(chatId: string): Promise<void> {
		const list = await read(chatId);
		const [first] = list?.questions ?? [];
		if (!list || !first || runs.find(list.after.answerId)) return;
		const answer = await find(chatId, list.after.answerId);
		if (answer?.status === 'done') await send(list, first, answer.id);
	}

	return {
		add: (ask) =>
			inTurn(async () => {
				const { chat, question, answerId } = ask;
				const list = await read(chat.id);
				const isKnown =
					list?.questions.some((other) => other.answerId === answerId) || (await find(chat.id, question.id));
				if (!isKnown) {
					const awaited = question.parentId === null ? null : await find(chat.id, question.parentId);
					const after = { answerId: question.parentId ?? '', questionId: awaited?.parentId ?? null };
					// The window may have asked before it heard that an earlier question has left the list and is
					// being answered. The new question then waits for that answer.
					const isRunning = runs.find(after.answerId) !== null;
					await write(chat.id, {
						after: isRunning || !list ? after : list.after,
						questions: [...(list?.questions ?? []), ask],
					});
				}
				await world.removeFromOutbox(answerId);
				await advance(chat.id);
			}, undefined),
		takeBack: ({ chatId, answerId }) =>
			inTurn(async () => {
				const list = await read(chatId);
				const taken = list?.questions.find((other) => other.answerId === answerId);
				if (!list || !taken) return null;
				const isAsked = (await find(chatId, taken.question.id)) !== null;
				await write(chatId, { ...list, questions: list.questions.filter((other) => other !== taken) });
				return isAsked ? null : taken.question;
			}, null),
		sendNow: ({ chatId, answerId, parentId }) =>
			inTurn(async () => {
				const list = await read(chatId);
				const asked = list?.questions.find((other) => other.answerId === answerId);
				if (!list || !asked) return;
				if (parentId !== null) {
					runs.stop(parentId);
					await runs.untilOver(parentId);
				}
				await send(list, asked, parentId);
			}, undefined),
		ended(answer) {
			void inTurn(async () => {
				const { id, chatId, parentId, status } = answer;
				const list = await read(chatId);
				if (!list) return;
				const { answerId, questionId } = list.after;
				if (id !== answerId && (questionId === null || parentId !== questionId)) return;
				const [first] = list.questions;
				if (status === 'done' && first) await send(list, first, id);
				else if (!first) await write(chatId, list);
			}, undefined);
		},
		resume: (chatId) => void inTurn(() => advance(chatId), undefined),
		forget(chatId) {
			void inTurn(async () => {
				lists.delete(chatId);
				await writeWaitingList(chatId, null);
			}, undefined);
		},
	};
}
