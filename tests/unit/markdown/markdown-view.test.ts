// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMarkdownView } from '../../../components/markdown/markdown.tsx';
import { createGrowingText } from '../../../utils/chat/growing-text.ts';

let frames: (() => void)[] = [];

beforeEach(() => {
	frames = [];
	vi.stubGlobal('requestAnimationFrame', (draw: () => void) => frames.push(draw));
	vi.stubGlobal('cancelAnimationFrame', () => {
		frames = [];
	});
});

afterEach(() => vi.unstubAllGlobals());

function nextFrame() {
	const due = frames;
	frames = [];
	for (const draw of due) draw();
}

function setHidden(isHidden: boolean) {
	vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
	document.dispatchEvent(new Event('visibilitychange'));
}

function watch(initial = '') {
	const text = createGrowingText(initial);
	const view = createMarkdownView(text);
	const drawn: string[] = [];
	const stop = view.subscribe(() => drawn.push(shown()));
	const shown = () =>
		view
			.read(false)
			.flat()
			.map(({ raw }) => raw)
			.join('');
	return { text, view, drawn, stop, shown };
}

describe('what arrives', () => {
	it('is drawn at once when it is the first, and once a frame after that', () => {
		const { text, drawn } = watch();
		text.append('Hello');
		expect(drawn).toEqual(['Hello']);
		text.append(', ');
		text.append('world');
		expect(drawn).toEqual(['Hello']);
		nextFrame();
		expect(drawn).toEqual(['Hello', 'Hello, world']);
	});

	it('before anybody watches is there with the first look', () => {
		expect(watch('Hello').shown()).toBe('Hello');
	});

	it('between the first look and the watching is drawn in the next frame', () => {
		const text = createGrowingText('Hello');
		const view = createMarkdownView(text);
		text.append(', world');
		view.subscribe(() => undefined);
		nextFrame();
		expect(view.read(false).flat()).toMatchObject([{ raw: 'Hello, world' }]);
	});

	it('while nobody looks is drawn when somebody does', () => {
		const { text, drawn } = watch('Hello');
		setHidden(true);
		text.append(', world');
		expect(frames).toHaveLength(0);
		setHidden(false);
		nextFrame();
		expect(drawn).toEqual(['Hello, world']);
	});

	it('after the watching has ended is not drawn', () => {
		const { text, drawn, stop } = watch('Hello');
		text.append(',');
		stop();
		text.append(' world');
		nextFrame();
		expect(drawn).toEqual([]);
	});
});

describe('a final text', () => {
	it('is all there, without a frame', () => {
		const { text, view } = watch('Hello');
		text.append(', **world');
		expect(view.read(true).flat()).toMatchObject([{ content: ['Hello, **world'] }]);
	});

	it('is the same groups at every look', () => {
		const { view } = watch('Hello\n\nworld');
		expect(view.read(true)).toBe(view.read(true));
	});

	it('may go on', () => {
		const { text, view } = watch('Hello');
		view.read(true);
		text.append(', world');
		nextFrame();
		expect(view.read(false).flat()).toMatchObject([{ content: ['Hello, world'] }]);
	});
});
