import { useEffect, useRef, useState } from 'react';
import type { Formula } from '../read/blocks.ts';

/** A formula. Its source stands until it is complete and drawn, and for good if it cannot be. */
export function MathView({ math }: { math: Formula }) {
	const host = useRef<HTMLSpanElement>(null);
	const [isDrawn, setIsDrawn] = useState(false);
	const { tex, isDisplay, isSettled } = math;

	useEffect(() => {
		const element = host.current;
		if (!isSettled || !element) return;
		let isGone = false;
		async function draw(target: HTMLElement) {
			const { renderMath } = await import('./render-math.ts');
			inTurn(() => {
				if (!isGone) setIsDrawn(renderMath(target, tex, isDisplay));
			});
		}
		draw(element).catch((error: unknown) => console.warn('Math is shown as its source:', error));
		return () => {
			isGone = true;
			element.replaceChildren();
			setIsDrawn(false);
		};
	}, [tex, isDisplay, isSettled]);

	return (
		<span className={isDisplay ? 'md-math md-display' : 'md-math'}>
			{!isDrawn && <code>{math.source}</code>}
			<span ref={host} />
		</span>
	);
}

/** How much of each frame is used, in milliseconds. */
const TURN_MS = 8;

const waiting: (() => void)[] = [];

/** Does things one after another, and leaves most of each frame to the window, since a thousand formulas can come at once. */
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
