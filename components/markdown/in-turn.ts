/** How long one turn may take, in milliseconds: less than a frame. */
const TURN_MS = 8;

const waiting: (() => void)[] = [];

/** Does things one after another, and lets the window breathe in between: a thousand formulas come at once. */
export function inTurn(act: () => void): void {
	waiting.push(act);
	if (waiting.length === 1) setTimeout(takeTurn);
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
		if (waiting.length > 0) setTimeout(takeTurn);
	}
}
