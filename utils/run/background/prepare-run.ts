import { resume } from '../../chat/reduce.ts';
import type { Chat, Message } from '../../chat/schema.ts';
import type { RunStore } from '../../store/store.ts';
import type { Command, RunCommand } from '../protocol.ts';
import type { RunPlan } from './run-answer.ts';
import type { UnsavedChats } from './unsaved-chats.ts';

type Ask = Extract<Command, { type: 'ask' }>;
type Answer = Extract<Command, { type: 'answer' }>;
type Continue = Extract<Command, { type: 'continue' }>;

/** A run that is saved and may start, or the reason why there is nothing to run. */
export type Prepared =
	| { type: 'ready'; message: Message; plan: RunPlan; isUnsaved: boolean }
	/** The answer is stored already: the command came twice. */
	| { type: 'exists' }
	/** Its chat or question was deleted. */
	| { type: 'missing' };

/** Whether an answer neither ended by itself nor was stopped by the user. */
function isCutShort({ status }: Message): boolean {
	return status !== 'done' && status !== 'stopped';
}

function boundTo(answer: Message, chat: Chat): Message {
	return { ...answer, model: chat.model, endpointId: chat.endpointId };
}

/** Saves a new question and its empty answer. */
async function prepareAsk(store: RunStore, { chat, question }: Ask, answer: Message): Promise<Prepared> {
	const message = boundTo(answer, chat);
	if ((await store.saveQuestion({ chat, question, answer: message })) === 'exists') return { type: 'exists' };
	const path = await store.getPath(chat.id, question.id);
	return { type: 'ready', message, plan: { chat, path }, isUnsaved: false };
}

async function prepareAnswer(
	store: RunStore,
	{ chatId, questionId, by }: Answer,
	answer: Message,
): Promise<Prepared> {
	const stored = await store.getChat(chatId);
	if (!stored) return { type: 'missing' };
	const chat = { ...stored, ...by };
	const message = boundTo(answer, chat);
	const outcome = await store.saveAnswerStart(message);
	if (outcome !== 'saved') return { type: outcome };
	return {
		type: 'ready',
		message,
		plan: { chat, path: await store.getPath(chatId, questionId) },
		isUnsaved: false,
	};
}

async function prepareContinue(store: RunStore, { chatId, answerId }: Continue): Promise<Prepared> {
	// If a background has died, the row may lack the text of its checkpoints.
	const partial = await store.readPartial(answerId);
	const chat = await store.getChat(chatId);
	if (!chat || partial?.chatId !== chatId) return { type: 'missing' };
	// The window sends a command again when the background dies, and the answer may have become whole just before that.
	if (partial.status === 'done' && partial.finishReason !== 'length') return { type: 'exists' };
	const message = boundTo(resume(partial), chat);
	if ((await store.saveAnswerResumed(message)) === 'missing') return { type: 'missing' };
	const before = partial.parentId === null ? [] : await store.getPath(chatId, partial.parentId);
	const plan = { chat, path: [...before, message], isCutShort: isCutShort(partial) };
	return { type: 'ready', message, plan, isUnsaved: false };
}

function prepareStored(store: RunStore, command: RunCommand, answer: Message): Promise<Prepared> {
	switch (command.type) {
		case 'ask':
			return prepareAsk(store, command, answer);
		case 'answer':
			return prepareAnswer(store, command, answer);
		case 'continue':
			return prepareContinue(store, command);
	}
}

interface Sources {
	store: RunStore;
	unsaved: UnsavedChats;
}

/**
 * The result of a read, or `otherwise` where the database does not answer. A database that takes no writes can often
 * still be read.
 */
export async function readOr<T>(read: Promise<T>, otherwise: T): Promise<T> {
	try {
		return await read;
	} catch {
		return otherwise;
	}
}

/** The path down to a message. Its beginning may be stored while its end is in memory only. */
async function wholePath(
	{ store, unsaved }: Sources,
	chatId: string,
	leafId: string | null,
): Promise<Message[]> {
	const remembered = unsaved.pathTo(chatId, leafId);
	const [first] = remembered;
	const storedLeafId = first ? first.parentId : leafId;
	if (storedLeafId === null) return remembered;
	return [...(await readOr(store.getPath(chatId, storedLeafId), [])), ...remembered];
}

/**
 * Prepares a run where nothing can be written, from what is stored and what is remembered. `missing` if neither has
 * what the command names.
 */
async function prepareUnwritten(sources: Sources, command: RunCommand, answer: Message): Promise<Prepared> {
	const { store, unsaved } = sources;
	if (command.type === 'ask') {
		const { chat, question } = command;
		const path = [...(await wholePath(sources, chat.id, question.parentId)), question];
		const message = boundTo(answer, chat);
		// The title and pin are taken from what is remembered, as they would be from the database: another window may
		// have changed them.
		const { title, isPinned } = unsaved.get(chat.id)?.chat ?? chat;
		unsaved.remember({ ...chat, title, isPinned }, [question, message]);
		return { type: 'ready', message, plan: { chat, path }, isUnsaved: true };
	}
	const { chatId } = command;
	const chat = unsaved.get(chatId)?.chat ?? (await readOr(store.getChat(chatId), null));
	const leafId = command.type === 'answer' ? command.questionId : command.answerId;
	const path = await wholePath(sources, chatId, leafId);
	const last = path.at(-1);
	if (!chat || !last) return { type: 'missing' };
	if (command.type === 'answer') {
		const asked = { ...chat, ...command.by };
		const message = boundTo(answer, asked);
		unsaved.remember({ ...chat, leafId: message.id }, [message]);
		return { type: 'ready', message, plan: { chat: asked, path }, isUnsaved: true };
	}
	// What is remembered is newer than the row that could not be written.
	const isRemembered = unsaved.pathTo(chatId, leafId).length > 0;
	const partial = (isRemembered ? null : await readOr(store.readPartial(command.answerId), null)) ?? last;
	const message = boundTo(resume(partial), chat);
	const plan = { chat, path: [...path.slice(0, -1), message], isCutShort: isCutShort(partial) };
	unsaved.remember({ ...chat, leafId: message.id }, [message]);
	return { type: 'ready', message, plan, isUnsaved: true };
}

/**
 * Saves what a run starts from, on the disk and before any request, and reads what it is made of. If the database
 * refuses, the run is made of what can still be read and of what is remembered, and what was asked is remembered,
 * too. So it is with a temporary chat, which the database is never asked to write.
 */
export async function prepareRun(sources: Sources, command: RunCommand, answer: Message): Promise<Prepared> {
	const { store, unsaved } = sources;
	await unsaved.recall();
	const remembered = unsaved.get(answer.chatId);
	if (command.type === 'ask' ? command.chat.isTemporary : remembered?.chat.isTemporary) {
		const isKnown = command.type === 'ask' && remembered?.messages.some(({ id }) => id === answer.id);
		return isKnown ? { type: 'exists' } : prepareUnwritten(sources, command, answer);
	}
	try {
		await unsaved.save(store, answer.chatId);
		return await prepareStored(store, command, answer);
	} catch (error) {
		console.error('The database refuses; what is asked now lives in memory only.', error);
		return prepareUnwritten(sources, command, answer);
	}
}
