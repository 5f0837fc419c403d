import { draftOf, saveDraft } from '../../utils/settings/drafts.ts';

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
