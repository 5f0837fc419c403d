import { resume } from '../chat/resume.ts';
import type { Chat, Message } from '../chat/types.ts';
import type { Store } from '../store/store.ts';
import type { RunCommand } from './empty-answer.ts';
import type { Command } from './protocol.ts';
import type { RunPlan } from './run-answer.ts';

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

function boundTo(answer: Message, chat: Chat): Message {
	return { ...answer, model: chat.model, endpointId: chat.endpointId };
}

/**
 * Saves a new question and its empty answer. Where the database refuses, the question is asked all the same, on
 * its own.
 */
async function prepareAsk(store: Store, { chat, question }: Ask, answer: Message): Promise<Prepared> {
	const message = boundTo(answer, chat);
	try {
		if ((await store.saveQuestion({ chat, question, answer: message })) === 'exists')
			return { type: 'exists' };
		return {
			type: 'ready',
			message,
			plan: { chat, path: await store.getPath(chat.id, question.id) },
			isUnsaved: false,
		};
	} catch (error) {
		console.error('The question could not be saved.', error);
		return { type: 'ready', message, plan: { chat, path: [question] }, isUnsaved: true };
	}
}

async function prepareAnswer(
	store: Store,
	{ chatId, questionId }: Answer,
	answer: Message,
): Promise<Prepared> {
	const chat = await store.getChat(chatId);
	if (!chat) return { type: 'missing' };
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

async function prepareContinue(store: Store, { chatId, answerId }: Continue): Promise<Prepared> {
	// With the text of its checkpoints: a background that died may have left it unsettled.
	const partial = await store.readPartial(answerId);
	const chat = await store.getChat(chatId);
	if (!chat || !partial) return { type: 'missing' };
	const message = boundTo(resume(partial), chat);
	if ((await store.saveAnswerResumed(message)) === 'missing') return { type: 'missing' };
	const before = partial.parentId === null ? [] : await store.getPath(chatId, partial.parentId);
	return { type: 'ready', message, plan: { chat, path: [...before, message] }, isUnsaved: false };
}

/** Saves what a run starts from (strictly, before any request) and reads what it is made of. */
export function prepareRun(store: Store, command: RunCommand, answer: Message): Promise<Prepared> {
	switch (command.type) {
		case 'ask':
			return prepareAsk(store, command, answer);
		case 'answer':
			return prepareAnswer(store, command, answer);
		case 'continue':
			return prepareContinue(store, command);
	}
}
