import type { Attachment } from '../../../utils/chat/schema.ts';
import { canType } from './can-type.ts';
import { createDraftBox, type DraftBox, type TextBox } from './draft-box.ts';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper.ts';

/**
 * The question being written, and what others do to the composer. The text stands in the text box, which tells of each
 * change; the attachments for the question stand here.
 */
export interface ComposerModel extends DraftBox, Pick<DraftKeeper, 'flush' | 'discard'> {
	/** What the user has asked to attach, until it is being read. */
	getWishes(): readonly Wish[];
	want(wish: Wish): void;
	/** Gives the wishes to the caller, who grants them. */
	takeWishes(): readonly Wish[];
	/** Listens to changes of the attachments, and of the wishes. */
	subscribe(listener: () => void): () => void;
	/** Puts a text into the text box unless a draft stands there, and puts the cursor at the end of the box. */
	suggest(text: string): void;
	/** Puts a question back into the composer, behind what is written there: nothing is overwritten. */
	putBack(text: string, attachments: readonly Attachment[]): void;
	/** As `putBack`, for a text that was never in the composer: where it would be too long, that is told, and it is not added. */
	add(text: string, attachments: readonly Attachment[]): void;
	/** Gives the text box the focus. */
	focus(): void;
	/** The text box's element; null while it is not drawn. */
	getElement(): HTMLElement | null;
	/** Connects the text box. Returns a function that disconnects it. */
	bind(box: ComposerBox): () => void;
}

/**
 * What another part of the window, or the browser, asks the composer to take or to show: the page beside the chat, that of
 * a tab or behind a link, a text, files, a place to drop what is dragged, or the notice that the chosen model sees no
 * pictures.
 */
export type Wish =
	| { type: 'page' }
	| { type: 'tab'; tabId: number }
	| { type: 'link'; link: string }
	| { type: 'text'; text: string }
	| { type: 'files'; files: readonly File[] }
	| { type: 'drop-place' }
	| { type: 'blind' };

interface ComposerBox extends TextBox {
	suggest(text: string): void;
	getElement(): HTMLElement | null;
}

/** Between what stands in the box and what is added to it. */
const GAP = '\n\n';

export function createComposerModel(): ComposerModel {
	let box: ComposerBox | null = null;
	const listeners = new Set<() => void>();
	const keeper = createDraftKeeper((error) => console.error('A draft could not be read or stored.', error));
	const text: TextBox = { getText: () => box?.getText() ?? '', fill: (next) => box?.fill(next) };
	let wishes: readonly Wish[] = [];
	const tell = (): void => {
		for (const listener of listeners) listener();
	};
	const drafts = createDraftBox(keeper, text, tell);

	function putBack(text: string, attachments: readonly Attachment[]): void {
		drafts.attach(...attachments);
		const joined = [box?.getText() ?? '', text].filter((part) => part.trim() !== '').join(GAP);
		box?.fill(joined);
		drafts.note(joined);
		keeper.flush();
		box?.suggest('');
	}

	return {
		...drafts,
		getWishes: () => wishes,
		want(wish) {
			wishes = [...wishes, wish];
			tell();
		},
		takeWishes() {
			const taken = wishes;
			wishes = [];
			tell();
			return taken;
		},
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		flush: keeper.flush,
		discard: keeper.discard,
		putBack,
		add(text, attachments) {
			// With the cursor at the end, where the text is to stand.
			box?.suggest('');
			const element = box?.getElement();
			const added = box?.getText().trim() ? `${GAP}${text}` : text;
			putBack(!element || canType(element, added) ? text : '', attachments);
		},
		suggest: (suggested) => box?.suggest(suggested),
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
