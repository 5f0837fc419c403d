import * as v from 'valibot';
import type { Attachment } from '../chat/schema.ts';
import { generousParts } from '../chat/schema.ts';
import { getItem, removeItem, setItem, watchItem } from './browser-storage.ts';

const storedDraft = v.object({ parts: v.array(v.unknown()) });

const { quote, page, file, image } = generousParts;
const attachmentSchemas = [quote, page, file, image];

/** A question that is not sent yet. */
export interface Draft {
	readonly text: string;
	/** What goes along with the question, in the order in which it was attached. */
	readonly attachments: readonly Attachment[];
	/** Parts of a kind that this version does not know: they are written back as they were read. */
	readonly unknownParts: readonly unknown[];
}

export const EMPTY_DRAFT: Draft = { text: '', attachments: [], unknownParts: [] };

/**
 * Drafts by chat id, until the browser closes; `new` is the chat that has no question yet. Each draft is an item of its
 * own, so that a window that closes can write it without reading anything first.
 *
 * An item is `{ parts }` with the parts of a message: `{ type: 'text', text }` and those that can be attached.
 * Earlier versions stored the text alone, as a string.
 */
const keyOf = (chatId: string) => `session:draft:${chatId}` as const;

function readDraft(stored: unknown): Draft {
	if (typeof stored === 'string') return { ...EMPTY_DRAFT, text: stored };
	if (!v.is(storedDraft, stored)) return EMPTY_DRAFT;
	const texts: string[] = [];
	const attachments: Attachment[] = [];
	const unknownParts: unknown[] = [];
	for (const part of stored.parts) {
		const text = v.safeParse(generousParts.text, part);
		const attachment = attachmentSchemas
			.map((schema) => v.safeParse(schema, part))
			.find(({ success }) => success);
		if (text.success) texts.push(text.output.text);
		else if (attachment?.success) attachments.push(attachment.output);
		else unknownParts.push(part);
	}
	return { text: texts.join('\n\n'), attachments, unknownParts };
}

/** The draft of a chat; an empty one where there is none. */
export async function draftOf(chatId: string): Promise<Draft> {
	return readDraft(await getItem(keyOf(chatId)));
}

/**
 * Stores a draft; an empty draft removes what is stored. This writes at once, so it should not be called for each
 * keystroke.
 */
export async function saveDraft(chatId: string, { text, attachments, unknownParts }: Draft): Promise<void> {
	const parts = [...attachments, ...(text === '' ? [] : [{ type: 'text', text }]), ...unknownParts];
	if (parts.length === 0) await removeItem(keyOf(chatId));
	else await setItem(keyOf(chatId), { parts });
}

/**
 * Calls `onChange` after each change of the stored draft, also after one that this window made. Returns a function
 * that stops it.
 */
export function watchDraft(chatId: string, onChange: () => void): () => void {
	return watchItem(keyOf(chatId), onChange);
}

/** Where an attachment comes from, and the text of it. */
function identityOf(attachment: Attachment): { source: string; text: string } {
	switch (attachment.type) {
		case 'image':
			return { source: attachment.blobId, text: '' };
		case 'file':
			return { source: attachment.name, text: attachment.text };
		default:
			return { source: attachment.url, text: attachment.text };
	}
}

/** Pieces of one text can have the same words. */
function numberOf(attachment: Attachment): number | undefined {
	return 'piece' in attachment ? attachment.piece?.number : undefined;
}

/** Whether two attachments are one: the same text of the same page or file, or the same picture. */
export function isSameAttachment(a: Attachment, b: Attachment): boolean {
	const [one, other] = [identityOf(a), identityOf(b)];
	const isSamePiece = numberOf(a) === numberOf(b);
	return a.type === b.type && isSamePiece && one.source === other.source && one.text === other.text;
}

/** The attachments that `others` does not have. */
export function attachmentsWithout(
	attachments: readonly Attachment[],
	others: readonly Attachment[],
): readonly Attachment[] {
	return attachments.filter((attachment) => !others.some((other) => isSameAttachment(attachment, other)));
}

/** All attachments, each of them once. */
export function joinAttachments(
	first: readonly Attachment[],
	second: readonly Attachment[],
): readonly Attachment[] {
	return [...first, ...attachmentsWithout(second, first)];
}
