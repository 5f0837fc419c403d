/** How much of a frame is taken, in milliseconds. */
const TURN_MS = 8;

const waiting: (() => void)[] = [];

/** Does things one after another, and leaves most of each frame to the window: a thousand formulas come at once. */
export function inTurn(act: () => void): void {
	waiting.push(act);
	if (waiting.length === 1) requestAnimationFrame(takeTurn);
}

function takeTurn(): void {
	const end = performance.now() + TURN_MS;
	let done = 0;
	try {
		for (const act of waiting) {
			done += 1;
			act();
			if (performance.now() > end) break;
		}
	} finally {
		waiting.splice(0, done);
		if (waiting.length > 0) requestAnimationFrame(takeTurn);
	}
}
