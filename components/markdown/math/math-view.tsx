import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Formula } from '../read/blocks.ts';

/** What was drawn, and from which formula. Another formula in the same place shows its own source first. */
interface Drawing {
	tex: string;
	isDisplay: boolean;
	nodes: readonly Node[];
}

/** A formula. Its source is shown until the formula is complete and drawn, and for good if it cannot be drawn. */
export function MathView({ math }: { math: Formula }) {
	const host = useRef<HTMLSpanElement>(null);
	const [drawing, setDrawing] = useState<Drawing | null>(null);
	const { tex, isDisplay, isSettled } = math;
	const isCurrent = isSettled && drawing?.tex === tex && drawing.isDisplay === isDisplay;
	const nodes = isCurrent ? drawing.nodes : null;

	useEffect(() => {
		if (!isSettled) return;
		let isGone = false;
		async function draw() {
			const { renderMath } = await import('./render-math.ts');
			inTurn(() => {
				if (isGone) return;
				const drawn = document.createElement('span');
				const isDrawn = renderMath(drawn, tex, isDisplay);
				setDrawing(isDrawn ? { tex, isDisplay, nodes: [...drawn.childNodes] } : null);
			});
		}
		draw().catch((error: unknown) => console.warn('Math is shown as its source:', error));
		return () => {
			isGone = true;
		};
	}, [tex, isDisplay, isSettled]);

	// This happens in the same commit that takes the source away. A frame that showed the formula beside its source, or
	// neither of them, would make the line jump.
	useLayoutEffect(() => host.current?.replaceChildren(...(nodes ?? [])), [nodes]);

	return (
		<span className={isDisplay ? 'md-math md-display' : 'md-math'}>
			{!nodes && <code>{math.source}</code>}
			<span ref={host} />
		</span>
	);
}

/** How much of each frame is used, in milliseconds. */
const TURN_MS = 8;

const waiting: (() => void)[] = [];

/**
 * Runs `act` after all others that wait, and leaves most of each frame to the window, since a thousand formulas can
 * come at once.
 */
function inTurn(act: () => void): void {
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
