/** What a chat is. Stored rows, messages on the port and what windows draw all have these shapes. */
import type { Failure, Usage } from '../lockchat/types.ts';

/** `waiting` and `streaming` run; the others are final. */
export type MessageStatus = 'waiting' | 'streaming' | 'done' | 'stopped' | 'interrupted' | 'failed';

/** Text quoted from a page. It is untrusted: fenced in the prompt, drawn as plain text. */
export interface Quote {
	type: 'quote';
	text: string;
	/** The page's title and address; empty where the browser did not tell. */
	title: string;
	url: string;
}

export type Attachment = Quote;

/** A node of a chat's tree: siblings are versions of one question or one answer. */
export interface Message {
	id: string;
	chatId: string;
	/** The message this one follows; null for a chat's first question. */
	parentId: string | null;
	role: 'user' | 'assistant';
	content: string;
	reasoning?: string;
	refusal?: string;
	status: MessageStatus;
	failure?: Failure;
	finishReason?: string;
	model?: string;
	endpointId?: string;
	usage?: Usage;
	attachments?: Attachment[];
	/** Milliseconds since the epoch. */
	createdAt: number;
}

/** A chat is bound to its endpoint and model; nothing but the user changes them. */
export interface Chat {
	id: string;
	title: string;
	isPinned: boolean;
	endpointId: string;
	model: string;
	systemPrompt?: string;
	temperature?: number;
	/** The last message of the path that is shown; null while there is none. */
	leafId: string | null;
	/** Milliseconds since the epoch. */
	createdAt: number;
	updatedAt: number;
}

/** What the database refused of one chat: questions and answers, newer than their rows, in the order they were made. */
export interface UnsavedChat {
	chat: Chat;
	messages: Message[];
}

/** The skeleton of a message: what a tree needs to know, without its texts. */
export interface MessageNode {
	readonly id: string;
	/** The message this one follows; null for a chat's first question. May be missing from the nodes at hand. */
	readonly parentId: string | null;
	readonly role: 'user' | 'assistant';
	/** Milliseconds since the epoch. */
	readonly createdAt: number;
	/** Grows with each write of the message's row: a stamp to cache by, close to the time of writing. */
	readonly updatedAt: number;
}
