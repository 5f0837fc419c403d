import type { Attachment } from '../../../utils/chat/schema.ts';
import {
	attachmentsWithout,
	type Draft,
	draftOf,
	EMPTY_DRAFT,
	joinAttachments,
	saveDraft,
	watchDraft,
} from '../../../utils/settings/drafts.ts';

/** The draft of a chat that has no question yet. */
export const NEW_CHAT = 'new';

/** A popup can be closed at any moment: no more than this much typing is lost. */
const WAIT_MS = 250;

/** The part of a draft that a window has. The rest of what is stored belongs to other windows, or to newer versions. */
export type OwnDraft = Pick<Draft, 'text' | 'attachments'>;

export interface DraftKeeper {
	/**
	 * Notes what the window has. It is stored when the user stops typing for a moment. What other windows have attached
	 * stays stored.
	 */
	note(chatId: string, draft: OwnDraft): void;
	/** Stores at once what has been noted. */
	flush(): void;
	/**
	 * Stores it when the next frame has been drawn: to store a page of a million characters takes longer than to draw its
	 * chip. A window that draws nothing stores it with what is typed.
	 */
	flushAfterFrame(): void;
	/** Reads a draft. Never rejects: what cannot be read is an empty draft. */
	read(chatId: string): Promise<OwnDraft>;
	/** Removes the whole draft. To be called when its chat has been deleted. */
	discard(chatId: string): void;
	/** Watches what other windows do to a draft that has been read. Returns a function that stops it. */
	watch(chatId: string, onRemoved: (attachments: readonly Attachment[]) => void): () => void;
}

/** What is stored of a chat's draft, as far as this window knows. */
interface Stored {
	attachments: readonly Attachment[];
	/** Attachments that another window has attached, and that this one does not show. */
	foreignAttachments: readonly Attachment[];
	unknownParts: readonly unknown[];
}

/** Keeps unsent questions, one for each chat, as long as the browser is open. */
export function createDraftKeeper(onError: (error: unknown) => void): DraftKeeper {
	const known = new Map<string, Stored>();
	let pending: { chatId: string; draft: OwnDraft } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	// Each write waits for the one before it, so that the last one stands.
	let writing: Promise<void> = Promise.resolve();

	/**
	 * Writes a draft. The storage has room for ten megabytes. If an attachment is too long for that, the user's own words
	 * are kept.
	 */
	async function write(chatId: string, draft: Draft): Promise<void> {
		try {
			await saveDraft(chatId, draft);
		} catch (error) {
			onError(error);
			if (draft.attachments.length > 0) await saveDraft(chatId, { ...draft, attachments: [] }).catch(onError);
		}
	}

	function flush(): void {
		clearTimeout(timer);
		if (!pending) return;
		const { chatId, draft } = pending;
		pending = null;
		const stored = known.get(chatId);
		const attachments = joinAttachments(draft.attachments, stored?.foreignAttachments ?? []);
		if (stored) stored.attachments = attachments;
		const { unknownParts } = stored ?? EMPTY_DRAFT;
		writing = writing.then(() => write(chatId, { text: draft.text, attachments, unknownParts }));
	}

	/** Reads what is stored when all of this window's own writes are done. */
	async function readStored(chatId: string): Promise<Draft> {
		for (;;) {
			const before = writing;
			await before;
			const draft = await draftOf(chatId);
			if (writing === before) return draft;
		}
	}

	async function lookFor(
		chatId: string,
		onRemoved: (attachments: readonly Attachment[]) => void,
	): Promise<void> {
		const { attachments, unknownParts } = await readStored(chatId);
		const stored = known.get(chatId);
		if (!stored) return;
		const removed = attachmentsWithout(stored.attachments, attachments);
		const added = attachmentsWithout(attachments, stored.attachments);
		stored.foreignAttachments = joinAttachments(
			attachmentsWithout(stored.foreignAttachments, removed),
			added,
		);
		stored.attachments = attachments;
		stored.unknownParts = unknownParts;
		if (removed.length > 0) onRemoved(removed);
	}

	return {
		note(chatId, draft) {
			if (pending && pending.chatId !== chatId) flush();
			pending = { chatId, draft };
			clearTimeout(timer);
			timer = setTimeout(flush, WAIT_MS);
		},
		flush,
		flushAfterFrame: () => void requestAnimationFrame(() => setTimeout(flush)),
		async read(chatId) {
			flush();
			try {
				const { text, attachments, unknownParts } = await readStored(chatId);
				known.set(chatId, { attachments, foreignAttachments: [], unknownParts });
				return { text, attachments };
			} catch (error) {
				onError(error);
				return EMPTY_DRAFT;
			}
		},
		discard(chatId) {
			if (pending?.chatId === chatId) pending = null;
			known.delete(chatId);
			writing = writing.then(() => write(chatId, EMPTY_DRAFT));
		},
		watch: (chatId, onRemoved) => watchDraft(chatId, () => void lookFor(chatId, onRemoved).catch(onError)),
	};
}
