import { inlineMarkdown, isBlock, isElement, nameOf, nodesIn } from './inline-markdown.ts';
import { tableMarkdown } from './table-markdown.ts';

/** What can be the name of a language, such as `objective-c`. What else a class has are words that no reader sees. */
const LANGUAGE = /^(?=.{1,20}$)[a-z\d+#]+(?:[._-][a-z\d+#]+)?$/;

/** The language of a code block, by the classes that highlighters give; '' if none is told. */
function languageOf(pre: Element): string {
	const classes = [pre.parentElement, pre, pre.querySelector('code')].map((element) =>
		element?.getAttribute('class'),
	);
	const [, name = ''] =
		/(?:^|\s)(?:language|lang|highlight-source|brush:?)[-\s:]\s*([\w+#.-]+)/i.exec(classes.join(' ')) ?? [];
	return LANGUAGE.test(name.toLowerCase()) ? name.toLowerCase() : '';
}

/** Code as it stands in the page: lines that are elements of their own are lines here, too. */
function codeOf(node: Node): string {
	if (node.nodeType === 3) return node.nodeValue ?? '';
	if (nameOf(node) === 'br') return '\n';
	const text = nodesIn(node).map(codeOf).join('');
	const isLine = /^(?:div|li|p|tr)$/.test(nameOf(node));
	return isLine && !text.endsWith('\n') ? `${text}\n` : text;
}

function codeBlock(pre: Element): string[] {
	const code = codeOf(pre).trimEnd().replace(/^\n+/, '');
	if (code === '') return [];
	const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map(({ length }) => length));
	const fence = '`'.repeat(longest + 1);
	return [`${fence}${languageOf(pre)}\n${code}\n${fence}`];
}

const indented = (text: string, indent: string): string => text.replace(/\n(?=[^\n])/g, `\n${indent}`);

function quoted(blocks: readonly string[]): string[] {
	if (blocks.length === 0) return [];
	return [
		blocks
			.join('\n\n')
			.split('\n')
			.map((line) => (line === '' ? '>' : `> ${line}`))
			.join('\n'),
	];
}

/**
 * Writes what stands in elements as Markdown: headings, lists, tables, code, quotations, links and emphasis. Signs of
 * Markdown in the page's own words are not escaped: a model reads them as they are.
 */
export class MarkdownWriter {
	/** What has been written ahead. */
	readonly #blocks = new WeakMap<Element, readonly string[]>();

	write(element: Element): string {
		return this.#blocksOf([element]).join('\n\n');
	}

	/** Writes a part ahead of what it stands in. It must not change from then on. */
	writeAhead(element: Element): void {
		if (isBlock(element)) this.#blocks.set(element, this.#blockMarkdown(element));
	}

	/** The blocks that nodes make; words that stand beside blocks make paragraphs of their own. */
	#blocksOf(nodes: readonly Node[]): string[] {
		const blocks: string[] = [];
		let run: Node[] = [];
		const endRun = () => {
			const words = inlineMarkdown(run).trim();
			if (words !== '') blocks.push(words.replace(/\n{2,}/g, '\n\n'));
			run = [];
		};
		for (const node of nodes) {
			const ahead = isElement(node) ? this.#blocks.get(node) : undefined;
			if (!isElement(node) || !(ahead || isBlock(node))) {
				run.push(node);
				continue;
			}
			endRun();
			blocks.push(...(ahead ?? this.#blockMarkdown(node)));
		}
		endRun();
		return blocks;
	}

	#blockMarkdown(element: Element): string[] {
		const name = nameOf(element);
		const children = nodesIn(element);
		if (/^h[1-6]$/.test(name)) {
			const words = inlineMarkdown(children).replace(/\s+/g, ' ').trim();
			return words === '' ? [] : [`${'#'.repeat(Number(name[1]))} ${words}`];
		}
		switch (name) {
			case 'ul':
			case 'ol':
				return this.#listMarkdown(element);
			case 'pre':
				return codeBlock(element);
			case 'blockquote':
				return quoted(this.#blocksOf(children));
			case 'table':
				return tableMarkdown(element) ?? this.#blocksOf(children);
			case 'hr':
				return ['---'];
			case 'dt':
			case 'summary':
				return this.#blocksOf(children).map((block) =>
					block.includes('\n') || /^[#*]/.test(block) ? block : `**${block}**`,
				);
			default:
				return this.#blocksOf(children);
		}
	}

	#listMarkdown(list: Element): string[] {
		const isOrdered = nameOf(list) === 'ol';
		let number = Number.parseInt(list.getAttribute('start') ?? '1', 10);
		if (!Number.isFinite(number)) number = 1;
		const items: string[] = [];
		for (const child of nodesIn(list)) {
			const blocks = this.#blocksOf([child]);
			if (blocks.length === 0) continue;
			const own = isElement(child) ? Number.parseInt(child.getAttribute('value') ?? '', 10) : Number.NaN;
			if (own >= 0) number = own;
			const marker = isOrdered ? `${number++}. ` : '- ';
			// A list in an item stands right below its first line.
			const text = blocks.reduce(
				(all, block) => `${all}${/^(?:- |\d+\. )/.test(block) ? '\n' : '\n\n'}${block}`,
			);
			items.push(marker + indented(text, ' '.repeat(marker.length)));
		}
		return items.length === 0 ? [] : [items.join('\n')];
	}
}
