/** Not beside the drawing of the first words: both would wait for the same processors. */
const FIRST_AFTER_MS = 50;
/** At most this much time passes between a token's arrival and the start of the write that saves it. */
const EVERY_MS = 900;

/** What has come of an answer since the checkpoint before. */
export interface Growth {
	content: string;
	reasoning: string;
	refusal: string;
}

const NOTHING: Growth = { content: '', reasoning: '', refusal: '' };

function join(a: Growth, b: Growth): Growth {
	return {
		content: a.content + b.content,
		reasoning: a.reasoning + b.reasoning,
		refusal: a.refusal + b.refusal,
	};
}

export interface Checkpointer {
	/** Notes what has come; it is written with the next checkpoint. */
	add(kind: keyof Growth, text: string): void;
	/** Stops writing, and waits for the write under way. What is still unwritten belongs to the final row. */
	close(): Promise<void>;
}

/**
 * Saves a running answer's growth: the first words as soon as they are drawn, then what has gathered, at most once each 900 ms.
 *
 * @param write appends one checkpoint; a rejection is told to `onError`, and its growth is tried again with the next
 */
export function createCheckpointer(
	write: (seq: number, growth: Growth) => Promise<void>,
	onError: (error: unknown) => void,
): Checkpointer {
	let pending = NOTHING;
	let seq = 0;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let writing: Promise<void> = Promise.resolve();
	let isClosed = false;

	async function save(): Promise<void> {
		const growth = pending;
		pending = NOTHING;
		try {
			await write(seq, growth);
			seq += 1;
		} catch (error) {
			pending = join(growth, pending);
			onError(error);
		}
	}

	function saveNow(): void {
		writing = writing.then(save);
		timer = setTimeout(() => {
			timer = undefined;
			if (pending !== NOTHING) saveNow();
		}, EVERY_MS);
	}

	return {
		add(kind, text) {
			if (isClosed || text === '') return;
			pending = { ...pending, [kind]: pending[kind] + text };
			timer ??= setTimeout(saveNow, FIRST_AFTER_MS);
		},
		close() {
			isClosed = true;
			clearTimeout(timer);
			return writing;
		},
	};
}
