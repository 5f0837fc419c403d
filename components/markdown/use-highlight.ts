import { type RefObject, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CodeBlock } from './blocks.ts';
import { highlight } from './highlight.ts';
import type { HighlightNode } from './highlight-node.ts';
import { keepSelection } from './keep-selection.ts';
import { findLanguage } from './languages.ts';
import { whenNearAndIdle } from './when-near-and-idle.ts';

/** Longer code, in UTF-16 code units, stays as it is: thousands of spans would cost more than they show. */
const LONGEST = 100_000;

/** The block's code with its colours, once it is complete, near the viewport, and there is time for it. */
export function useHighlight(
	element: RefObject<HTMLElement | null>,
	{ spans, language, isSettled }: CodeBlock,
): HighlightNode[] | null {
	const [highlighted, setHighlighted] = useState<{ code: string; nodes: HighlightNode[] } | null>(null);
	const id = findLanguage(language);
	const code = isSettled && id !== null ? spans.join('') : '';
	const isWanted = code !== '' && code.length <= LONGEST;

	useEffect(() => {
		const target = element.current;
		if (!target || !isWanted || id === null) return;
		const abort = new AbortController();
		whenNearAndIdle(target, abort.signal, async () => {
			const nodes = await highlight(code, id);
			if (nodes === null || abort.signal.aborted) return;
			keepSelection(target, () => flushSync(() => setHighlighted({ code, nodes })));
		});
		return () => abort.abort();
	}, [element, code, id, isWanted]);

	return isWanted && highlighted?.code === code ? highlighted.nodes : null;
}
