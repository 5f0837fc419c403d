/**
 * The messages of the port between a window and the background.
 *
 * Plain JSON only: Chromium sends JSON, Firefox structured clones, and both must see the same.
 * Ids are made by the window, so `ask`, `answer` and `continue` may be sent twice and run once.
 */
import type { AnswerEvent } from '../chat/reduce.ts';
import type { Chat, Message, Quote, UnsavedChat, UserMessage } from '../chat/schema.ts';
import type { Failure } from '../lockchat/failure.ts';
import type { CompletionStatus, ModelDetails } from '../lockchat/types.ts';
import type { Endpoint } from '../providers/endpoint.ts';
import type { CheckResult, Probe, ProbeResult } from '../providers/provider.ts';
import type { PdfFetched } from './pdf-channel.ts';

/** The name a window's port carries. */
export const PORT_NAME = 'lockchat';

/** What answers: a model of an endpoint. */
export type AnsweringModel = Pick<Chat, 'endpointId' | 'model'>;

export type Command =
	/** Asks for a snapshot of this chat, and then for every event of its runs. A port is attached to one chat at most. */
	| { type: 'attach'; chatId: string }
	/**
	 * Saves the question and runs its answer. The chat comes whole, since it may be new. With `waits`, all of that is
	 * done once the answer that the question follows has ended well; until then the question stands in the waiting list.
	 */
	| { type: 'ask'; chat: Chat; question: UserMessage; answerId: string; waits?: boolean }
	/**
	 * Runs one more answer to a saved question, for Retry and Regenerate: by the chat's own model, or this once by
	 * another one.
	 */
	| { type: 'answer'; chatId: string; questionId: string; answerId: string; by?: AnsweringModel }
	/** Goes on from the partial text of an interrupted or cut-off answer, in the same message. */
	| { type: 'continue'; chatId: string; answerId: string }
	| { type: 'stop'; answerId: string }
	/** Takes a question out of the waiting list, unless it has been asked by now. */
	| { type: 'take-back'; requestId: string; chatId: string; answerId: string }
	/** Asks a question of the waiting list at once, after this message. If that is an answer that runs, it is stopped. */
	| { type: 'send-waiting'; requestId: string; chatId: string; answerId: string; parentId: string | null }
	/** Deletes a chat for good. */
	| { type: 'delete-chat'; requestId: string; chatId: string }
	/** Deletes chats so that this window can bring them back, until it deletes them for good or closes. */
	| { type: 'discard-chats'; requestId: string; chatIds: string[] }
	| { type: 'restore-chats'; requestId: string; chatIds: string[] }
	| { type: 'purge-chats'; requestId: string; chatIds: string[] }
	/**
	 * The user changed a chat that the database refused. Carries the chat as it stands now, and the ids of the
	 * messages deleted from it.
	 */
	| { type: 'change-unsaved'; chat: Chat; deletedIds: string[] }
	/** Asks what the database refused, of every chat. */
	| { type: 'get-unsaved'; requestId: string }
	/** The window has drawn everything up to `rev`; the next batch may come. */
	| { type: 'ack'; answerId: string; rev: number }
	| { type: 'check'; requestId: string; endpoint: Endpoint; apiKey?: string; model: string }
	/** `isDetailed`: also what the endpoint tells of each, for which it may be asked more than once. */
	| { type: 'models'; requestId: string; endpoint: Endpoint; apiKey?: string; isDetailed?: boolean }
	/** Asks an endpoint for one thing alone, to find out where its connection fails. */
	| { type: 'probe'; requestId: string; endpoint: Endpoint; apiKey?: string; model: string; probe: Probe }
	/** Ends a probe for which nobody waits any more. No reply follows. */
	| { type: 'cancel'; probeId: string }
	/**
	 * Fetches the PDF that a tab shows, for the user who has asked to attach it. Its bytes do not travel on the port: they
	 * come over a channel of this name; see `pdf-channel.ts`.
	 */
	| { type: 'fetch-pdf'; requestId: string; address: string; channel: string; maxBytes: number }
	/** Takes the selection, or the page, that waits for a window of this browser window. It is handed out once. */
	| { type: 'take-selection'; requestId: string; windowId: number | null };

/** What happens to a running answer. Pieces of text are joined for a frame; the last event is always `ended`. */
export type RunEvent =
	/** Always the first event, with the empty answer, or with the partial one that a Continue goes on from. */
	| { type: 'started'; message: Message }
	| Exclude<AnswerEvent, { type: 'end' | 'stopped' | 'failed' | 'interrupted' }>
	/** Carries the final answer, and whether the database refused it. */
	| { type: 'ended'; message: Message; isUnsaved: boolean }
	/** The database refused a write: the answer goes on, in memory only. */
	| { type: 'unsaved' };

/** A running answer as far as it has come. `rev` is the number of events that led to it. */
export interface RunSnapshot {
	rev: number;
	message: Message;
	status: CompletionStatus['status'] | null;
	retryAt?: number;
	isUnsaved: boolean;
}

/** A selection in a page, for the user to ask about. */
export interface Selection {
	quote: Quote;
}

/** The user has asked in the browser's menu, or by a key, that the page of this tab is attached. The window reads it. */
interface PageRequest {
	tabId: number;
}

/** The user has asked in the browser's menu that the page behind a link is attached. The window opens and reads it. */
interface LinkRequest {
	link: string;
}

/** The user has chosen an action in a menu, or has written in the address bar. The window carries it out. */
export type ActionRequest =
	| {
			actionId: string;
			/** What it was used on; null for the page itself. */
			on: Quote | null;
			/** Of the page, as far as the browser tells of it. */
			page: { tabId?: number | undefined; title?: string | undefined; address?: string | undefined };
	  }
	/** What was written behind the keyword: an action's name and what it is used on, or a question. */
	| { typed: string };

/** What a window is to do that the user wants from outside of it. */
export type Wanted = Selection | PageRequest | LinkRequest | ActionRequest;

/** `details` is left out where they were not asked for, or where a kind of endpoint tells nothing. */
export type ModelsResult =
	| { ok: true; models: string[]; details?: ModelDetails[] }
	| { ok: false; failure: Failure };

export type Reply =
	/** The question that was taken out; null if it was asked, or taken out before. */
	| { type: 'take-back'; question: UserMessage | null }
	| { type: 'send-waiting' }
	/** `isDeleted` is false if the database refused. */
	| { type: 'delete-chat'; isDeleted: boolean }
	/** `chatIds`: those that can be brought back; others are gone for good. `isDone` is false if the database refused one. */
	| { type: 'discard-chats'; chatIds: string[]; isDone: boolean }
	/** Those that are back. */
	| { type: 'restore-chats'; chatIds: string[] }
	| { type: 'purge-chats' }
	| { type: 'check'; result: CheckResult }
	| { type: 'models'; result: ModelsResult }
	| { type: 'probe'; result: ProbeResult }
	| { type: 'fetch-pdf'; result: PdfFetched }
	| { type: 'take-selection'; selection: Wanted | null }
	| { type: 'get-unsaved'; chats: UnsavedChat[] };

export type Update =
	/**
	 * Always the first update on a port: it tells that the background is there. After a reload of the extension,
	 * Chromium can keep a port open for which it never starts a background.
	 */
	| { type: 'ready' }
	/**
	 * Replaces all that the window knows of this chat's runs. `unsaved` is what the database refused of the chat. It
	 * is left out as long as that has not been read; another snapshot follows then.
	 */
	| { type: 'snapshot'; chatId: string; runs: RunSnapshot[]; unsaved?: UnsavedChat | null }
	/** Tells the windows that show this chat that it was deleted. */
	| { type: 'deleted'; chatId: string }
	/** The events after `since`, up to and with `rev`. A window that has not seen `since` attaches again. */
	| { type: 'events'; answerId: string; since: number; rev: number; events: RunEvent[] }
	/**
	 * Tells the window that asked, whatever chat it shows, that the question is saved or cannot be, so that the
	 * window need not send it again.
	 */
	| { type: 'accepted'; answerId: string }
	| { type: 'reply'; requestId: string; reply: Reply }
	/**
	 * Tells a window that what it sent is no command, because it is too long or broken. Carries the id that the
	 * message named.
	 */
	| { type: 'refused'; answerId?: string; requestId?: string; failure: Failure };

/**
 * Tells all of the extension's pages that a selection waits for a window of this browser window, or for any window if
 * the id is null. It is sent by `runtime.sendMessage`, since a window whose background slept has no port.
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

/** The answer that a command starts, before anything of it has come. The model is filled in when it is known. */
export function emptyAnswer(command: RunCommand, now: number): Message {
	const parentId =
		command.type === 'ask' ? command.question.id : command.type === 'answer' ? command.questionId : null;
	return {
		id: command.answerId,
		chatId: chatIdOf(command),
		parentId,
		role: 'assistant',
		parts: [],
		status: 'waiting',
		createdAt: now,
	};
}
