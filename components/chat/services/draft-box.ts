import type { Attachment } from '../../../utils/chat/schema.ts';
import {
	attachmentsWithout,
	EMPTY_DRAFT,
	isSameAttachment,
	joinAttachments,
} from '../../../utils/settings/drafts.ts';
import type { DraftKeeper, OwnDraft } from './draft-keeper.ts';

/** The text box, as far as drafts need it. */
export interface TextBox {
	getText(): string;
	/** Replaces the text. */
	fill(text: string): void;
}

/** The unsent question of the chat that the window belongs to: its text, which stands in the text box, and its attachments. */
export interface DraftBox {
	/**
	 * Makes the window belong to this chat and show its draft. What was written and attached before stays with the chat
	 * it was meant for. It goes along only if it was meant for no chat yet, or for one that is gone.
	 */
	show(chatId: string, goneChatId: string | null): void;
	/** To be called when the user has changed the text. */
	note(text: string): void;
	/** The attachments: the same array until one is attached or removed. */
	getAttachments(): readonly Attachment[];
	attach(...attachments: readonly Attachment[]): void;
	remove(...attachments: readonly Attachment[]): void;
	/** Puts others in the place of an attachment; does nothing if that is not there any more. */
	replace(before: Attachment, ...after: readonly Attachment[]): void;
	/** To be called when the question has been sent: neither its text nor its attachments are a draft any longer. */
	clear(): void;
}

/** What the window has of one chat's draft, for as long as it belongs to that chat. */
interface Visit {
	readonly chatId: string;
	/** The text in the text box. After the window has left the chat, the text that stood there then. */
	text: string;
	attachments: readonly Attachment[];
	/**
	 * A stored draft that came when the user had already begun to write. It waits until the text box is empty, so that
	 * nothing changes under the user's fingers and what is sent is what was seen. Null until the stored draft has been
	 * read: a draft that is not known must not be replaced.
	 */
	waiting: OwnDraft | null;
}

/** Joins two drafts of one chat that were written separately. */
function join(first: OwnDraft, second: OwnDraft): OwnDraft {
	const texts = new Set([first.text, second.text].filter((text) => text !== ''));
	return {
		text: [...texts].join('\n\n'),
		attachments: joinAttachments(first.attachments, second.attachments),
	};
}

function isSame(a: OwnDraft, b: OwnDraft): boolean {
	const isSameAt = (attachment: Attachment, at: number) =>
		b.attachments[at] !== undefined && isSameAttachment(attachment, b.attachments[at]);
	return a.text === b.text && a.attachments.length === b.attachments.length && a.attachments.every(isSameAt);
}

/**
 * The attachment as it comes back from the storage, which writes UTF-8: half a character becomes a replacement character
 * there, and with it the attachment would seem to be another one.
 */
function asStored<T extends Attachment>(attachment: T): T {
	const damaged = Object.entries(attachment).filter(
		([, value]) => typeof value === 'string' && !value.isWellFormed(),
	);
	if (damaged.length === 0) return attachment;
	return Object.assign(
		{ ...attachment },
		Object.fromEntries(damaged.map(([name, value]) => [name, String(value).toWellFormed()])),
	);
}

/** @param onAttachments is called when `getAttachments` has something else to give */
export function createDraftBox(keeper: DraftKeeper, box: TextBox, onAttachments: () => void): DraftBox {
	let visit: Visit | null = null;
	/** Attachments that were attached before the window knew its chat. */
	let early: readonly Attachment[] = [];
	let unwatch = (): void => undefined;
	/**
	 * Each read waits for the one before it, so that what is written for a chat is noted before the window comes back
	 * to it.
	 */
	let reading: Promise<void> = Promise.resolve();

	function save(of: Visit): void {
		if (of.waiting) keeper.note(of.chatId, join(of.waiting, of));
	}

	function setAttachments(of: Visit, attachments: readonly Attachment[]): void {
		of.attachments = attachments;
		if (of === visit) onAttachments();
	}

	/** Puts the draft that waits into the empty text box, if there is one. */
	function bringWaiting(to: Visit): void {
		if (!to.waiting || (to.waiting.text === '' && to.waiting.attachments.length === 0)) return;
		const { text, attachments } = to.waiting;
		to.waiting = EMPTY_DRAFT;
		to.text = text;
		box.fill(text);
		setAttachments(to, joinAttachments(attachments, to.attachments));
	}

	async function read(next: Visit, gone: Visit | null): Promise<void> {
		const stored = await keeper.read(next.chatId);
		next.waiting = join(stored, gone?.waiting ?? EMPTY_DRAFT);
		if (gone) keeper.note(gone.chatId, EMPTY_DRAFT);
		if (next.text === '' && visit === next) bringWaiting(next);
		if (isSame(join(next.waiting, next), stored)) return;
		save(next);
		keeper.flush();
	}

	/** Removes attachments that another window has sent, or that were removed there. */
	function forget(from: Visit, removed: readonly Attachment[]): void {
		if (from.waiting)
			from.waiting = { ...from.waiting, attachments: attachmentsWithout(from.waiting.attachments, removed) };
		const attachments = attachmentsWithout(from.attachments, removed);
		if (attachments.length < from.attachments.length) setAttachments(from, attachments);
	}

	/** Attachments are stored without a pause, so that other windows know of them before they write. */
	function saveAttachments(attachments: readonly Attachment[], flush = keeper.flush): void {
		if (!visit) {
			early = attachments;
			onAttachments();
			return;
		}
		setAttachments(visit, attachments);
		save(visit);
		flush();
	}

	const getAttachments = (): readonly Attachment[] => visit?.attachments ?? early;

	return {
		show(chatId, goneChatId) {
			if (visit?.chatId === chatId) return;
			const gone = visit?.chatId === goneChatId ? visit : null;
			const isKept = visit === null || gone !== null;
			if (!isKept) box.fill('');
			const next: Visit = {
				chatId,
				text: box.getText(),
				attachments: isKept ? getAttachments() : [],
				waiting: null,
			};
			visit = next;
			unwatch();
			unwatch = keeper.watch(chatId, (removed) => forget(next, removed));
			onAttachments();
			reading = reading.then(() => read(next, gone));
		},
		note(text) {
			if (!visit) return;
			visit.text = text;
			if (text === '') bringWaiting(visit);
			save(visit);
		},
		getAttachments,
		attach(...added) {
			const withOne = (all: readonly Attachment[], one: Attachment) => joinAttachments(all, [asStored(one)]);
			const joined = added.reduce(withOne, getAttachments());
			if (joined.length > getAttachments().length) saveAttachments(joined, keeper.flushAfterFrame);
		},
		remove: (...removed) => saveAttachments(getAttachments().filter((other) => !removed.includes(other))),
		replace(before, ...after) {
			const attachments = getAttachments();
			if (!attachments.includes(before)) return;
			saveAttachments(attachments.flatMap((other) => (other === before ? after.map(asStored) : [other])));
		},
		clear() {
			box.fill('');
			if (visit) {
				visit.text = '';
				visit.attachments = [];
				bringWaiting(visit);
			}
			saveAttachments(visit?.attachments ?? []);
		},
	};
}
