import type { Attachment } from '../../../utils/chat/types.ts';

/** What others do to the composer: its text stays in the text box, the quotes for the next question stand here. */
export interface ComposerModel {
	getAttachments(): readonly Attachment[];
	/** The same text of the same page is attached once. */
	attach(attachment: Attachment): void;
	remove(attachment: Attachment): void;
	clear(): void;
	subscribe(listener: () => void): () => void;
	/** Puts a text into the text box, unless a draft stands there, and the cursor behind what then does. */
	suggest(text: string): void;
	/** Gives the text box the focus. */
	focus(): void;
	/** What has the focus while one writes; null while there is none. */
	getElement(): HTMLElement | null;
	/** The text box, while it is there. */
	bind(box: ComposerBox): () => void;
}

interface ComposerBox {
	suggest(text: string): void;
	getElement(): HTMLElement | null;
}

export function createComposerModel(): ComposerModel {
	let attachments: readonly Attachment[] = [];
	let box: ComposerBox | null = null;
	const listeners = new Set<() => void>();

	function set(next: readonly Attachment[]): void {
		attachments = next;
		for (const listener of listeners) listener();
	}

	return {
		getAttachments: () => attachments,
		attach(attachment) {
			const isSame = ({ url, text }: Attachment) => url === attachment.url && text === attachment.text;
			if (!attachments.some(isSame)) set([...attachments, attachment]);
		},
		remove: (attachment) => set(attachments.filter((other) => other !== attachment)),
		clear: () => set([]),
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		suggest: (text) => box?.suggest(text),
		focus: () => box?.getElement()?.focus(),
		getElement: () => box?.getElement() ?? null,
		bind(next) {
			box = next;
			return () => {
				box = null;
			};
		},
	};
}
