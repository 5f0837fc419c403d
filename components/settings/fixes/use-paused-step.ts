import { useEffect, useRef } from 'react';
import { untilOrigin } from '../../../utils/platform/permissions.ts';
import {
	type PausedStep,
	readPausedStep,
	takePausedStep,
	watchPausedStep,
} from '../../../utils/settings/paused-step.ts';

interface PausedStepHandlers {
	/** Shows the step while its permission is not there. */
	onPaused: (paused: PausedStep) => void;
	/** Goes on with it; called in one window only. */
	onAllowed: (paused: PausedStep) => void;
}

/**
 * Goes on with what the popup had to leave, in the windows that stay and in a popup that is opened again.
 *
 * @param concerns whether a step is one of this part of the window
 * @returns a function that gives the waiting up, as when the user does the step by hand
 */
export function usePausedStep(
	concerns: (paused: PausedStep) => boolean,
	handlers: PausedStepHandlers,
): () => void {
	const latest = useRef({ concerns, ...handlers });
	latest.current = { concerns, ...handlers };
	const waiting = useRef<AbortController | null>(null);
	const current = useRef<PausedStep | null>(null);

	useEffect(() => {
		let isGone = false;
		async function wait(paused: PausedStep): Promise<void> {
			if (isGone || !latest.current.concerns(paused)) return;
			waiting.current?.abort();
			const abort = new AbortController();
			waiting.current = abort;
			current.current = paused;
			latest.current.onPaused(paused);
			if (!(await untilOrigin(paused.origin, abort.signal))) return;
			if ((await takePausedStep(paused)) && !abort.signal.aborted) latest.current.onAllowed(paused);
		}
		void readPausedStep().then((paused) => paused && wait(paused));
		const unwatch = watchPausedStep((paused) => void wait(paused));
		return () => {
			isGone = true;
			unwatch();
			waiting.current?.abort();
		};
	}, []);

	return () => {
		waiting.current?.abort();
		if (current.current) void takePausedStep(current.current);
		current.current = null;
	};
}
