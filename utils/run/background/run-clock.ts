import type { Message, Timing } from '../../chat/schema.ts';

/** Measures how long a run of an answer takes. */
export interface RunClock {
	/** The answer is about to be asked for; it may hold what earlier runs have brought. */
	start(answer: Message): void;
	/** The first words have come. */
	noteWords(): void;
	/** The time so far, as fields of the answer; none where the run has not begun. */
	read(): { timing?: Timing };
}

/** How long the runs before this one took, in milliseconds; null where nobody knows, as after the background's death. */
function earlierMsOf({ parts, timing }: Message): number | null {
	if (parts.length === 0) return 0;
	return timing ? timing.totalMs + (timing.earlierMs ?? 0) : null;
}

/** @param now a clock that never goes back, in milliseconds */
export function createRunClock(now: () => number = () => performance.now()): RunClock {
	let startedAt: number | null = null;
	let firstAt: number | null = null;
	let earlierMs: number | null = 0;
	return {
		start(answer) {
			earlierMs = earlierMsOf(answer);
			startedAt = now();
		},
		noteWords() {
			firstAt = now();
		},
		read() {
			if (startedAt === null || earlierMs === null) return {};
			return {
				timing: {
					totalMs: Math.round(now() - startedAt),
					...(firstAt !== null && { firstMs: Math.round(firstAt - startedAt) }),
					...(earlierMs > 0 && { earlierMs }),
				},
			};
		},
	};
}
