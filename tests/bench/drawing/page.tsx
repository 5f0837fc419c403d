import { createRoot } from 'react-dom/client';
import { Markdown } from '../../../components/markdown/markdown.tsx';
import { createGrowingText } from '../../../utils/chat/live-parts.ts';
import { createBareAppend } from './bare-append.ts';
import { sampleText } from './sample-text.ts';
import './page.css';

const TOKEN_LENGTH = 4;
const TOKENS_A_FRAME = 8;

declare global {
	interface Window {
		stream(mode: 'bare' | 'markdown', tokens: number): Promise<void>;
		/** Streams Markdown and returns how many nodes were added for each that is there at the end. */
		countNodes(tokens: number): Promise<number>;
	}
}

const scroller = document.body.appendChild(document.createElement('div'));
scroller.id = 'scroller';

window.stream = async (mode, tokens) => {
	const text = sampleText(tokens * TOKEN_LENGTH);
	const { append, finish } = mode === 'bare' ? startBare() : startMarkdown();
	const step = TOKEN_LENGTH * TOKENS_A_FRAME;
	for (let start = 0; start < text.length; start += step) {
		await nextFrame();
		// Writing only: the browser clamps it, and no layout is asked for.
		scroller.scrollTop = 1e9;
		append(text.slice(start, start + step));
	}
	await nextFrame();
	finish();
	await nextFrame();
	await nextFrame();
};

window.countNodes = async (tokens) => {
	let added = 0;
	const observer = new MutationObserver((records) => {
		for (const { addedNodes } of records) for (const node of addedNodes) added += sizeOf(node);
	});
	observer.observe(scroller, { childList: true, subtree: true });
	await window.stream('markdown', tokens);
	observer.disconnect();
	return added / (sizeOf(scroller) - 1);
};

function startBare() {
	return { append: createBareAppend(scroller), finish: () => undefined };
}

function startMarkdown() {
	const text = createGrowingText();
	const root = createRoot(scroller);
	root.render(<Markdown text={text} isFinal={false} />);
	return {
		append: (piece: string) => text.append(piece),
		finish: () => root.render(<Markdown text={text} isFinal />),
	};
}

function nextFrame(): Promise<unknown> {
	return new Promise((resolve) => requestAnimationFrame(resolve));
}

function sizeOf(node: Node): number {
	let size = 1;
	for (const child of node.childNodes) size += sizeOf(child);
	return size;
}
