import { beforeEach } from 'vitest';
import { createDraftBox, type DraftBox } from '../../../components/chat/services/draft-box.ts';
import type { DraftKeeper } from '../../../components/chat/services/draft-keeper.ts';
import type { Attachment } from '../../../utils/chat/schema.ts';
import { latch } from '../lockchat/latch.ts';

function setUp() {
	/** Functions, in the order of the reads: each lets one read that waits end. */
	const tell: (() => void)[] = [];
	const made = {
		tell,
		/** The texts that are stored, by chat. */
		stored: new Map<string, string>(),
		/** The quotations that are stored, by chat. */
		storedAttachments: new Map<string, readonly Attachment[]>(),
		/** Tells the window that another one has removed these quotations of the chat it shows. */
		removeElsewhere: (_: readonly Attachment[]): void => undefined,
		text: '',
	};
	const keeper: DraftKeeper = {
		note(chatId, draft) {
			made.stored.set(chatId, draft.text);
			made.storedAttachments.set(chatId, draft.attachments);
		},
		flush: () => undefined,
		flushAfterFrame: () => undefined,
		discard: (chatId) => void made.stored.delete(chatId),
		watch(_, onRemoved) {
			made.removeElsewhere = onRemoved;
			return () => undefined;
		},
		async read(chatId) {
			const { promise, resolve } = latch<void>();
			tell.push(() => resolve());
			await promise;
			return { text: made.stored.get(chatId) ?? '', attachments: made.storedAttachments.get(chatId) ?? [] };
		},
	};
	const textBox = {
		getText: () => made.text,
		fill: (next: string) => {
			made.text = next;
		},
	};
	const drafts: DraftBox = createDraftBox(keeper, textBox, () => undefined);
	return Object.assign(made, { drafts });
}

const tasks = () => new Promise((resolve) => setImmediate(resolve));

/** A text box with its drafts, over a storage that is read only when the test says so; a new one for each test. */
export let box = setUp();

beforeEach(() => {
	box = setUp();
});

/** Lets all reads end, also those that begin only then. */
export async function read(): Promise<void> {
	for (await tasks(); box.tell.length > 0; await tasks()) box.tell.shift()?.();
}

export function type(next: string): void {
	box.text = next;
	box.drafts.note(next);
}
