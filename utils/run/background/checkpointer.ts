import { addGrowth, type Growth } from '../../chat/reduce.ts';

/**
 * The first write waits this long, in milliseconds, so that the first words are drawn before it: both would compete
 * for the same processor cores.
 */
const FIRST_AFTER_MS = 50;
/** The most time, in milliseconds, between a token's arrival and the start of the write that saves it. */
const EVERY_MS = 900;

export interface Checkpointer {
	/** Notes a piece; it is written with the next checkpoint. */
	add(piece: Growth): void;
	/**
	 * Says that the answer has changed otherwise than by growing, so that what was added is outdated. `writeAnswer`
	 * then saves the whole answer in place of the next checkpoint. It is called again until it succeeds, and must
	 * then also save what was added meanwhile.
	 */
	replace(writeAnswer: () => Promise<unknown>): void;
	/** Stops writing, and waits for the write under way. Pieces not yet written are saved with the answer's final row. */
	close(): Promise<void>;
}

/**
 * Saves a running answer's growth: the first words as soon as they are drawn, and then, at most once in 900 ms, all
 * that has gathered.
 *
 * @param write appends one checkpoint. If it rejects, `onError` is told, and its growth is tried again with the next
 * one.
 */
export function createCheckpointer(
	write: (seq: number, growth: readonly Growth[]) => Promise<void>,
	onError: (error: unknown) => void,
): Checkpointer {
	let pending: Growth[] = [];
	let replacement: (() => Promise<unknown>) | null = null;
	let seq = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let writing: Promise<void> = Promise.resolve();
	let isClosed = false;

	async function saveAnswer(writeAnswer: () => Promise<unknown>): Promise<void> {
		replacement = null;
		pending = [];
		try {
			await writeAnswer();
			seq = 0;
		} catch (error) {
			replacement ??= writeAnswer;
			onError(error);
		}
	}

	async function save(): Promise<void> {
		if (replacement !== null) return saveAnswer(replacement);
		const growth = pending;
		pending = [];
		try {
			await write(seq, growth);
			seq += 1;
		} catch (error) {
			const since = pending;
			pending = growth;
			for (const piece of since) addGrowth(pending, piece);
			onError(error);
		}
	}

	function saveNow(): void {
		writing = writing.then(save);
		timer = setTimeout(() => {
			timer = undefined;
			if (pending.length > 0 || replacement !== null) saveNow();
		}, EVERY_MS);
	}

	return {
		add(piece) {
			if (isClosed || piece.text === '') return;
			addGrowth(pending, piece);
			timer ??= setTimeout(saveNow, FIRST_AFTER_MS);
		},
		replace(writeAnswer) {
			if (isClosed) return;
			replacement = writeAnswer;
			timer ??= setTimeout(saveNow, FIRST_AFTER_MS);
		},
		close() {
			isClosed = true;
			clearTimeout(timer);
			return writing;
		},
	};
}
