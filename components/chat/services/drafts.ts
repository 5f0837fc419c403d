import { draftOf, saveDraft } from '../../../utils/settings/drafts.ts';

/** The text box, as far as drafts need it. */
export interface TextBox {
	getText(): string;
	/** Replaces the text. */
	fill(text: string): void;
}

/** Ties the text box to the draft of the chat that the window belongs to. */
export interface DraftBox {
	/**
	 * The window belongs to this chat now: its draft comes into the box. What stands there stays with the chat it was
	 * written for; it goes along only if it was written for none yet, or for one that is gone.
	 */
	show(chatId: string, goneChatId: string | null): void;
	/** The user has made this of the text. */
	note(text: string): void;
}

/** A chat for as long as the window belongs to it. */
interface Visit {
	readonly chatId: string;
	/** What stands in the box; what stood there when the window left the chat. */
	text: string;
	/**
	 * A stored draft that came when the user had begun to write: nothing comes under his fingers, and what he sends is
	 * what he saw, so it waits until the box is empty. Null until the draft is read: what is not known is not replaced.
	 */
	waiting: string | null;
}

/** Drafts of one chat that were written apart, as one. */
function join(...texts: readonly string[]): string {
	return texts.filter((text) => text !== '').join('\n\n');
}

export function createDraftBox(keeper: DraftKeeper, box: TextBox): DraftBox {
	let visit: Visit | null = null;
	/** One read after the other: what is written for a chat is noted before the window comes back to it. */
	let reading: Promise<void> = Promise.resolve();

	function save({ chatId, text, waiting }: Visit): void {
		if (waiting !== null) keeper.note(chatId, join(waiting, text));
	}

	function bringWaiting(to: Visit): void {
		to.text = to.waiting ?? '';
		to.waiting = '';
		box.fill(to.text);
	}

	async function read(next: Visit, gone: Visit | null): Promise<void> {
		const stored = await keeper.read(next.chatId);
		next.waiting = join(stored, gone?.waiting ?? '');
		if (gone) keeper.note(gone.chatId, '');
		if (next.text === '' && next.waiting !== '' && visit === next) bringWaiting(next);
		if (join(next.waiting, next.text) !== stored) save(next);
	}

	return {
		show(chatId, goneChatId) {
			if (visit?.chatId === chatId) return;
			const gone = visit?.chatId === goneChatId ? visit : null;
			if (visit && !gone) box.fill('');
			const next: Visit = { chatId, text: box.getText(), waiting: null };
			visit = next;
			reading = reading.then(() => read(next, gone));
		},
		note(text) {
			if (!visit) return;
			visit.text = text;
			if (text === '' && visit.waiting) bringWaiting(visit);
			save(visit);
		},
	};
}

/** The draft of a chat that has no question yet. */
export const NEW_CHAT = 'new';

/** A popup can be closed at any moment: no more than this much typing is lost. */
const WAIT_MS = 250;

export interface DraftKeeper {
	/** Notes what stands in the text box; it is stored when the keys rest. */
	note(chatId: string, text: string): void;
	/** Stores what has been noted, now. */
	flush(): void;
	/** Never rejects: what cannot be read is no draft. */
	read(chatId: string): Promise<string>;
}

/** Keeps unsent questions, one a chat, while the browser is open. */
export function createDraftKeeper(onError: (error: unknown) => void): DraftKeeper {
	let pending: { chatId: string; text: string } | null = null;
	let timer: ReturnType<typeof setTimeout> | undefined;
	// One write after the other: the last one stands.
	let writing: Promise<void> = Promise.resolve();

	function flush(): void {
		clearTimeout(timer);
		const draft = pending;
		pending = null;
		if (draft) writing = writing.then(() => saveDraft(draft.chatId, draft.text)).catch(onError);
	}

	return {
		note(chatId, text) {
			if (pending && pending.chatId !== chatId) flush();
			pending = { chatId, text };
			clearTimeout(timer);
			timer = setTimeout(flush, WAIT_MS);
		},
		flush,
		async read(chatId) {
			flush();
			await writing;
			return draftOf(chatId).catch((error) => {
				onError(error);
				return '';
			});
		},
	};
}
