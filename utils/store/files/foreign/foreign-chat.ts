/** A chat of another program, as its reader understood it: our parts, in a tree with the other program's ids. */
import type { Chat, Message, Part, PartOf } from '../../../chat/schema.ts';

/** The programs whose files are read. */
export type ForeignFormat = 'chatgpt' | 'claude' | 'open-webui' | 'librechat' | 'page-assist' | 'chatgptbox';

/**
 * What of a message could not be carried over:
 * - `image`, `attachment`: its name stands in the message, its content does not.
 * - `audio`: a recording.
 * - `content`: anything else, of a kind that is not known here.
 */
export type LossKind = 'image' | 'attachment' | 'audio' | 'content';
export type Losses = Partial<Record<LossKind, number>>;

export interface ForeignMessage {
	/** Unique within its chat. */
	id: string;
	parentId: string | null;
	role: Message['role'];
	parts: Part[];
	model?: string | undefined;
	/** Milliseconds since the epoch. */
	createdAt?: number | undefined;
	/** `done` when left out. */
	status?: 'done' | 'stopped' | 'failed' | undefined;
	finishReason?: string | undefined;
}

export interface ForeignChat {
	/** Null where the program gives none. */
	id: string | null;
	title: string;
	isPinned?: boolean;
	model?: string | undefined;
	systemPrompt?: string | undefined;
	temperature?: number | undefined;
	/** Milliseconds since the epoch. */
	createdAt?: number | undefined;
	updatedAt?: number | undefined;
	/** The last message that the program showed. */
	leafId?: string | null;
	messages: ForeignMessage[];
	/** Left out of the chat, and counted. */
	losses: Losses;
	/** How many messages could not be understood. */
	broken: number;
}

/** Reads one chat of a program's file. Null where it is none of that program's. Never throws. */
export type ForeignReader = (chat: unknown) => ForeignChat | null;

export function countLoss(losses: Losses, kind: LossKind): void {
	losses[kind] = (losses[kind] ?? 0) + 1;
}

/** An image whose bytes were not in the file: a part that names it. */
export function namedImage(id: string, name: string, mime = ''): PartOf<'image'> {
	return { type: 'image', blobId: id, mime, width: 0, height: 0, ...(name !== '' && { name }) };
}

export function textPart(text: string): PartOf<'text'>[] {
	return text.trim() === '' ? [] : [{ type: 'text', text }];
}

export function reasoningPart(text: string, times: Pick<PartOf<'reasoning'>, 'startedAt' | 'endedAt'> = {}) {
	return text.trim() === '' ? [] : [{ type: 'reasoning' as const, text, ...times }];
}

/** A chat with its messages, as a file of ours would have it. */
export interface BuiltChat {
	chat: Chat;
	messages: Message[];
}
