/**
 * What the popup was about to do when the browser asked the user for a permission: that prompt closes the popup. The
 * window that the popup has opened before goes on with it once the permission is there.
 */
import * as v from 'valibot';
import { storedEndpoint } from '../providers/endpoint.ts';
import { defineSettingsItem } from './settings-item.ts';

/** Longer than anyone needs to answer a prompt; after that the permission was given for something else. */
const LASTS_MS = 5 * 60_000;

const shared = {
	/** What the permission is asked for: `http://127.0.0.1:11434`. */
	origin: v.string(),
	/** Whether the user has also agreed to leave the `Origin` header out, where the server demands that. */
	mends: v.boolean(),
	/** In milliseconds since the epoch. */
	pausedAt: v.number(),
};

const step = v.variant('type', [
	/** Look for servers on this computer. */
	v.object({ type: v.literal('search'), ...shared }),
	/** Test a server and store it. */
	v.object({
		type: v.literal('connect'),
		endpoint: v.pipe(
			storedEndpoint,
			v.check(({ kind }) => kind === 'server'),
		),
		apiKey: v.string(),
		isModelGuessed: v.boolean(),
		...shared,
	}),
	/** Ask again for an answer that failed. */
	v.object({ type: v.literal('retry'), answerId: v.string(), ...shared }),
]);

export type PausedStep = v.InferOutput<typeof step>;
type Without<Step, Names extends PropertyKey> = Step extends unknown ? Omit<Step, Names> : never;
/** A step without what the moment of its pause adds. */
export type NextStep = Without<PausedStep, keyof typeof shared>;

/** Forgotten when the browser closes: it may hold a key. */
const item = defineSettingsItem<PausedStep | null>({
	key: 'session:paused-step',
	fallback: null,
	schema: v.nullable(step),
});

const isFresh = (paused: PausedStep | null): paused is PausedStep =>
	paused !== null && Math.abs(Date.now() - paused.pausedAt) < LASTS_MS;

/** The step that waits for a permission; null where there is none, or only one that was given up. */
export async function readPausedStep(): Promise<PausedStep | null> {
	const paused = await item.getValue();
	return isFresh(paused) ? paused : null;
}

/** This window's own, which another one goes on with. */
let ownPausedAt: number | undefined;

export function pauseStep(
	next: NextStep,
	{ origin, mends }: { origin: string; mends: boolean },
): Promise<void> {
	ownPausedAt = Date.now();
	return item.setValue({ ...next, origin, mends, pausedAt: ownPausedAt });
}

/** Calls back with each step that another window pauses. */
export function watchPausedStep(onPaused: (paused: PausedStep) => void): () => void {
	return item.watch((paused) => {
		if (isFresh(paused) && paused.pausedAt !== ownPausedAt) onPaused(paused);
	});
}

/** Takes a step, so that one window alone goes on with it; false where another one was first, or nothing waits. */
export async function takePausedStep({ pausedAt }: PausedStep): Promise<boolean> {
	const take = async () => {
		const paused = await item.getValue();
		if (paused?.pausedAt !== pausedAt) return false;
		await item.removeValue();
		return true;
	};
	// Every browser has locks in secure contexts, which ours are. Node has none.
	const locks: LockManager | null | undefined = globalThis.navigator?.locks;
	return locks ? locks.request('lockchat:paused-step', take) : take();
}
