/** Whole seconds from now until then, never below nought, so that a countdown ends on “in 0 s”. */
export function secondsUntil(time: number): number {
	return Math.max(0, Math.ceil((time - Date.now()) / 1000));
}
