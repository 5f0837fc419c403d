import { createGrowingText, type GrowingText } from '../../chat/growing-text.ts';
import type { Message } from '../../chat/types.ts';
import type { RunEvent, RunSnapshot, Update } from '../protocol.ts';
import type { LiveRun } from './run-client.ts';

/** The runs of one chat as a window sees them. */
export interface LiveRuns {
	get(): ReadonlyMap<string, LiveRun>;
	/** Replaces all that is known, but keeps growing texts that go on. */
	replace(runs: readonly RunSnapshot[]): void;
	/** Returns false at a gap: the window must attach again. */
	apply(update: Extract<Update, { type: 'events' }>): boolean;
	clear(): void;
}

interface Tracked {
	run: LiveRun;
	rev: number;
}

/** Goes on with `text` where `whole` continues it, so that what is drawn stays; else starts anew. */
function grownTo(text: GrowingText | undefined, whole: string): GrowingText {
	if (!text || !whole.startsWith(text.toString())) return createGrowingText(whole);
	text.append(whole.slice(text.length));
	return text;
}

function isFinal(message: Message): boolean {
	return message.status !== 'waiting' && message.status !== 'streaming';
}

export function createLiveRuns(onChange: () => void): LiveRuns {
	const tracked = new Map<string, Tracked>();
	let view: ReadonlyMap<string, LiveRun> = new Map();

	function publish(): void {
		view = new Map([...tracked].map(([id, { run }]) => [id, run]));
		onChange();
	}

	function begin(message: Message, before: LiveRun | undefined): LiveRun {
		return {
			answerId: message.id,
			message,
			status: null,
			isUnsaved: false,
			hasEnded: isFinal(message),
			text: grownTo(before?.text, message.content),
			reasoning: grownTo(before?.reasoning, message.reasoning ?? ''),
		};
	}

	/** One event; texts grow in place, everything else makes a new object. */
	function step(run: LiveRun, event: RunEvent): LiveRun {
		switch (event.type) {
			case 'started':
				return begin(event.message, run);
			case 'text':
			case 'reasoning': {
				run[event.type].append(event.text);
				if (run.message.status === 'streaming' && run.status === null) return run;
				const { retryAt: _, ...rest } = run;
				return { ...rest, status: null, message: { ...run.message, status: 'streaming' } };
			}
			case 'refusal':
				return { ...run, message: { ...run.message, refusal: (run.message.refusal ?? '') + event.text } };
			case 'status': {
				const { retryAt: _, ...rest } = run;
				return {
					...rest,
					status: event.status,
					...(event.retryAt !== undefined && { retryAt: event.retryAt }),
				};
			}
			case 'usage':
				return { ...run, message: { ...run.message, usage: event.usage } };
			case 'unsaved':
				return { ...run, isUnsaved: true };
			case 'ended':
				return { ...begin(event.message, run), isUnsaved: event.isUnsaved };
		}
	}

	return {
		get: () => view,
		replace(runs) {
			const before = new Map(tracked);
			tracked.clear();
			for (const { rev, message, status, retryAt, isUnsaved } of runs) {
				const run = begin(message, before.get(message.id)?.run);
				tracked.set(message.id, {
					rev,
					run: { ...run, status, isUnsaved, ...(retryAt !== undefined && { retryAt }) },
				});
			}
			publish();
		},
		apply({ answerId, since, rev, events }) {
			const known = tracked.get(answerId);
			const [first] = events;
			if (first?.type === 'started') {
				const run = begin(first.message, known?.run);
				tracked.set(answerId, { rev, run: events.slice(1).reduce(step, run) });
				publish();
				return true;
			}
			if (!known || since > known.rev) return false;
			if (rev <= known.rev) return true;
			if (since < known.rev) return false;
			const run = events.reduce(step, known.run);
			const hasChanged = run !== known.run;
			known.rev = rev;
			known.run = run;
			if (hasChanged) publish();
			return true;
		},
		clear() {
			if (tracked.size === 0) return;
			tracked.clear();
			publish();
		},
	};
}
