import hljs from 'highlight.js/lib/core';
import type { HighlightNode } from './highlight-node.ts';
import { isLoadable, LANGUAGE_LOADERS } from './language-loaders.ts';

/** Reads code with highlight.js, and loads the language when it is first needed. Null if the language is unknown. */
export async function highlightCode(code: string, language: string): Promise<HighlightNode[] | null> {
	if (!isLoadable(language)) return null;
	try {
		if (!hljs.getLanguage(language)) {
			const { default: definition } = await LANGUAGE_LOADERS[language]();
			hljs.registerLanguage(language, definition);
		}
		const result = hljs.highlight(code, { language, ignoreIllegals: true });
		return readTree(result._emitter);
	} catch (error) {
		console.warn('Code is shown without colours:', error);
		return null;
	}
}

/** The tree from which highlight.js would make HTML. Its shape is an internal matter of the library, so it is checked. */
function readTree(emitter: unknown): HighlightNode[] | null {
	if (!isRecord(emitter) || !isRecord(emitter.rootNode)) return null;
	return readChildren(emitter.rootNode.children);
}

function readChildren(children: unknown): HighlightNode[] {
	if (!Array.isArray(children)) return [];
	return children.flatMap((child: unknown): HighlightNode[] => {
		if (typeof child === 'string') return [child];
		if (!isRecord(child)) return [];
		const inside = readChildren(child.children);
		return typeof child.scope === 'string' ? [[className(child.scope), inside]] : inside;
	});
}

/** `title.function` is a kind of `title`, so it also gets the classes, and the rules, of `title`. */
function className(scope: string): string {
	const [name = '', ...kinds] = scope.split('.');
	return [`hljs-${name}`, ...kinds.map((kind) => `${kind}_`)].join(' ');
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}
