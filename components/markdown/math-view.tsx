import { useEffect, useRef, useState } from 'react';
import type { Formula } from './blocks.ts';
import { inTurn } from './in-turn.ts';

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
