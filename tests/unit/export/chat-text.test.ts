import '../components/fake-texts.ts';

import { describe, expect, it } from 'vitest';
import { chatHtml } from '../../../components/export/chat-html.ts';
import { chatMarkdown, closeFence } from '../../../components/export/chat-markdown.ts';
import type { ShownChat } from '../../../components/export/read-chat.ts';
import type { Part } from '../../../utils/chat/schema.ts';
import { answer, chat, question } from '../store/fixtures.ts';

const CODE = '```js\nconst a = `<b>$1</b>`;\n```';

/** A chat of one question and one answer. */
function shown(parts: Part[], changes: { title?: string; asked?: string } = {}): ShownChat {
	const { title = 'Sky', asked = 'Why?' } = changes;
	return {
		chat: chat({ title }),
		pictures: new Map([['b1', 'data:image/png;base64,AAAA']]),
		path: [
			question('q1', { content: asked }),
			{ ...answer('a1', { status: 'done', model: 'm1', createdAt: 1_756_000_000_000 }), parts },
		],
	};
}

const text = (words: string): Part => ({ type: 'text', text: words });
const thought: Part = { type: 'reasoning', text: 'Light, </details> **scattered**.' };

describe('case 243: a picture in a chat', () => {
	const picture = { type: 'image' as const, mime: 'image/png', width: 1, height: 1, name: 'a"b]<c>.png' };
	const parts: Part[] = [
		{ ...picture, blobId: 'b1' },
		{ ...picture, blobId: 'gone' },
	];

	it('stands in Markdown and on the page, and one that is gone by its name', () => {
		expect(chatMarkdown(shown(parts), { withReasoning: true })).toContain(
			'![Image: a"b\\]\\<c\\>.png](data:image/png;base64,AAAA)\n\n*Image: a"b\\]\\<c\\>.png*',
		);
		const html = chatHtml(shown(parts));
		expect(html).toContain(
			'<p><img src="data:image/png;base64,AAAA" alt="Image: a&quot;b]&lt;c&gt;.png"></p>',
		);
		expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
	});
});

describe('case 154: a chat as Markdown', () => {
	it('has who speaks, code to the letter, and thoughts folded', () => {
		expect(chatMarkdown(shown([thought, text(`So:\n\n${CODE}`)]), { withReasoning: true })).toBe(
			[
				'# Sky',
				'## You',
				'Why?',
				'## Lockchat (m1)',
				'<details>\n<summary>Thoughts</summary>',
				'Light, &lt;/details> **scattered**.',
				'</details>',
				`So:\n\n${CODE}\n`,
			].join('\n\n'),
		);
	});

	it('leaves thoughts out where they would not fold', () => {
		expect(chatMarkdown(shown([thought, text('So.')]), { withReasoning: false })).not.toContain('scattered');
	});

	it('closes the fence of an answer that broke off, and no other', () => {
		expect(closeFence('a\n~~~~js\nb\n~~~')).toBe('a\n~~~~js\nb\n~~~\n~~~~');
		expect(closeFence(CODE)).toBe(CODE);
		expect(closeFence('``` a ` b\nc')).toBe('``` a ` b\nc');
	});

	it('tells quotations, files, pictures and tools apart from words', () => {
		const markdown = chatMarkdown(
			shown([
				{ type: 'quote', text: 'blue\nsky', title: 'A *page*', url: 'https://example.org/a' },
				{ type: 'file', name: 'a.md', mime: '', text: '```\nx\n```' },
				{ type: 'file', name: 'b.pdf', mime: '', text: '' },
				{ type: 'image', blobId: 'x', mime: '', width: 0, height: 0, name: 'cat.png' },
				{ type: 'tool', callId: '', name: 'dice', input: '{}', output: '6', state: 'done', source: '' },
			]),
			{ withReasoning: true },
		);
		expect(markdown).toContain('> blue\n> sky\n>\n> A \\*page\\* <https://example.org/a>');
		expect(markdown).toContain('<summary>File: a.md</summary>\n\n````\n```\nx\n```\n````');
		expect(markdown).toContain('*File: b.pdf*');
		expect(markdown).toContain('*Image: cat.png*');
		expect(markdown).toContain('<summary>Tool: dice</summary>\n\n```\n{}\n\n6\n```');
	});
});

describe('case 154: a chat as a web page', () => {
	const hostile =
		'<script>alert(1)</script> [x](javascript:alert(1)) ![i](https://example.org/i.png) <img src=x onerror=y>';

	it('stands alone: no script, nothing fetched, both themes', () => {
		const html = chatHtml(shown([text('So.')]));
		expect(html).toMatch(/^<!doctype html>/);
		expect(html).toContain("default-src 'none'");
		expect(html).toContain('prefers-color-scheme: dark');
		expect(html).not.toMatch(/<script|src=|@import|url\(/);
	});

	it('shows what is hostile as text', () => {
		const html = chatHtml(
			shown([text(hostile), thought, { type: 'quote', text: hostile, title: hostile, url: 'javascript:x' }], {
				title: '</title><script>',
				asked: hostile,
			}),
		);
		expect(html).not.toMatch(/<(script|img|iframe)/i);
		expect(html).not.toMatch(/href="(?!https:|http:|mailto:)/);
		expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
		expect(html).toContain('<title>&lt;/title&gt;&lt;script&gt;</title>');
	});

	it('draws Markdown: code to the letter, lists, tables, formulas as they were written', () => {
		const html = chatHtml(
			shown([text(`${CODE}\n\n1. **a**\n2. b\n\n| x |\n| - |\n| y |\n\n$$\\frac{1}{2}$$`)]),
		);
		expect(html).toContain('<code>const a = `&lt;b&gt;$1&lt;/b&gt;`;</code>');
		expect(html).toContain('<ol dir="auto"><li dir="auto"><strong>a</strong></li>');
		expect(html).toContain('<td dir="auto">y</td>');
		expect(html).toContain('\\frac{1}{2}');
	});
});
