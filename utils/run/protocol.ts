/**
 * The messages of the port between a window and the background.
 *
 * Plain JSON only: Chromium sends JSON, Firefox structured clones, and both must see the same.
 * Ids are made by the window, so `ask` and `answer` may be sent twice and run once.
 */
import type { Chat, Message, Quote } from '../chat/types.ts';
import type { CompletionEvent, CompletionStatus, Failure } from '../lockchat/types.ts';
import type { Endpoint } from '../providers/endpoint.ts';
import type { CheckResult } from '../providers/provider.ts';

/** What the database refused of one chat: questions and final answers, in the order they were made. */
export interface UnsavedChat {
	chat: Chat;
	messages: Message[];
}

/** The name a window's port carries. */
export const PORT_NAME = 'lockchat';

/** A question as the window made it: a final message of the user's. */
export type UserMessage = Message & { role: 'user' };

export type Command =
	/** Show me this chat: a snapshot, then every event of its runs. A port is attached to one chat at most. */
	| { type: 'attach'; chatId: string }
	/** Save the question and run its answer. `chat` comes whole, as it may be new. */
	| { type: 'ask'; chat: Chat; question: UserMessage; answerId: string }
	/** One more answer to a saved question: retry, regenerate. */
	| { type: 'answer'; chatId: string; questionId: string; answerId: string }
	/** Goes on from the partial text of an interrupted or cut-off answer, in the same message. */
	| { type: 'continue'; chatId: string; answerId: string }
	| { type: 'stop'; answerId: string }
	| { type: 'delete-chat'; requestId: string; chatId: string }
	/** The window has drawn everything up to `rev`; the next batch may come. */
	| { type: 'ack'; answerId: string; rev: number }
	| { type: 'check'; requestId: string; endpoint: Endpoint; apiKey?: string; model: string }
	| { type: 'models'; requestId: string; endpoint: Endpoint; apiKey?: string }
	/** Hand over the selection asked about in the menu of this browser window, if one waits; it is handed out once. */
	| { type: 'take-selection'; requestId: string; windowId: number | null };

/** What happens to a running answer. Text events are joined per frame; `ended` is always the last. */
export type RunEvent =
	/** Always the first: the empty answer, or the partial one that a Continue goes on from. */
	| { type: 'started'; message: Message }
	| Exclude<CompletionEvent, { type: 'end' }>
	/** The final row, and whether the database refused it. */
	| { type: 'ended'; message: Message; isUnsaved: boolean }
	/** The database refused: the answer goes on, but lives in memory only. */
	| { type: 'unsaved' };

/** A running answer as far as it has come. `rev` counts the events behind it. */
export interface RunSnapshot {
	rev: number;
	message: Message;
	status: CompletionStatus['status'] | null;
	retryAt?: number;
	isUnsaved: boolean;
}

/** What a selection in a page became: asked at once when `preset` is given, else left to the composer. */
export interface Selection {
	quote: Quote;
	/** Instruction of the menu item (“Explain this.”); null for “Ask…”. */
	instruction: string | null;
}

export type ModelsResult = { ok: true; models: string[] } | { ok: false; failure: Failure };

export type Reply =
	/** False when the database refused. */
	| { type: 'delete-chat'; isDeleted: boolean }
	| { type: 'check'; result: CheckResult }
	| { type: 'models'; result: ModelsResult }
	| { type: 'take-selection'; selection: Selection | null };

export type Update =
	/** Replaces all the window knows of this chat's runs; `unsaved` is what the database refused of it. */
	| { type: 'snapshot'; chatId: string; runs: RunSnapshot[]; unsaved: UnsavedChat | null }
	/** The events after `since`, up to and with `rev`. A window that has not seen `since` attaches again. */
	| { type: 'events'; answerId: string; since: number; rev: number; events: RunEvent[] }
	/** To the window that asked, whatever chat it shows: what was asked is saved, or cannot be. It need not ask again. */
	| { type: 'accepted'; answerId: string }
	| { type: 'reply'; requestId: string; reply: Reply }
	/** A message that is not a command of this protocol: too long, or broken. With the id it names. */
	| { type: 'refused'; answerId?: string; requestId?: string; failure: Failure };

/**
 * Sent to all of the extension's pages by `runtime.sendMessage`, as a window whose background slept has no port:
 * a selection waits for a window of this browser window (null: for any).
 */
export interface SelectionWaiting {
	type: 'selection-waiting';
	windowId: number | null;
}

/** The commands that make an answer run. */
export type RunCommand = Extract<Command, { type: 'ask' | 'answer' | 'continue' }>;

export function chatIdOf(command: RunCommand): string {
	return command.type === 'ask' ? command.chat.id : command.chatId;
}

/** The empty answer as it stands while nothing has come. Chat and model are filled in when they are known. */
export function emptyAnswer(command: RunCommand, now: number): Message {
	const parentId =
		command.type === 'ask' ? command.question.id : command.type === 'answer' ? command.questionId : null;
	return {
		id: command.answerId,
		chatId: chatIdOf(command),
		parentId,
		role: 'assistant',
		content: '',
		status: 'waiting',
		createdAt: now,
	};
}
