import { describe, expect, it } from 'vitest';
import { highlightCode } from '../../../components/markdown/code/highlight-code.ts';
import type { HighlightNode } from '../../../components/markdown/code/highlight-node.ts';
import { LANGUAGE_LOADERS } from '../../../components/markdown/code/language-loaders.ts';
import { findLanguage, languageLabel } from '../../../components/markdown/code/languages.ts';

function textOf(nodes: readonly HighlightNode[]): string {
	return nodes.map((node) => (typeof node === 'string' ? node : textOf(node[1]))).join('');
}

describe('code', () => {
	it('is told apart, and stays the same text', async () => {
		const code = 'const x: string = "<b>"; // so\n';
		const nodes = await highlightCode(code, 'typescript');
		expect(textOf(nodes ?? [])).toBe(code);
		expect(nodes).toContainEqual(['hljs-keyword', ['const']]);
		expect(nodes).toContainEqual(['hljs-string', ['"<b>"']]);
		expect(nodes).toContainEqual(['hljs-comment', ['// so']]);
	});

	it('keeps the kinds of a scope apart', async () => {
		const nodes = await highlightCode('function f() {}', 'javascript');
		expect(nodes).toContainEqual(['hljs-title function_', ['f']]);
	});

	it('of languages inside each other stays whole', async () => {
		const code = '<style>a { color: red }</style><script>let x = 1;</script>\n';
		expect(textOf((await highlightCode(code, 'xml')) ?? [])).toBe(code);
	});

	it('in no known language is left alone', async () => {
		expect(await highlightCode('x', 'nosuchlanguage')).toBeNull();
		expect(await highlightCode('x', 'constructor')).toBeNull();
	});

	it.each(Object.keys(LANGUAGE_LOADERS))('in %s can be read', async (language) => {
		const code = 'if (a < b) { return "c" } # d\n';
		expect(textOf((await highlightCode(code, language)) ?? [])).toBe(code);
		expect(findLanguage(language)).toBe(language);
	});
});

describe('the name of a language', () => {
	it.each([
		['ts', 'typescript', 'TypeScript'],
		['Python', 'python', 'Python'],
		['sh', 'bash', 'Bash'],
		['html', 'xml', 'HTML'],
		['toml', 'ini', 'TOML'],
		['c++', 'cpp', 'C++'],
		['brainfuck', null, 'brainfuck'],
		['', null, ''],
	])('%j is known as %j and shown as %j', (name, id, label) => {
		expect(findLanguage(name)).toBe(id);
		expect(languageLabel(name)).toBe(label);
	});
});
