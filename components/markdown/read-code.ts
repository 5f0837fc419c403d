import type { Tokens } from 'marked';
import type { Block, CodeBlock } from './blocks.ts';
import { decodeReferences } from './decode-references.ts';
import { extendSpans } from './extend-spans.ts';

/** A block of code; the previous one, when it holds the same. It ends in one line end, unless it is empty. */
export function readCode(token: Tokens.Code, previous: Block | undefined, isSettled: boolean): CodeBlock {
	const text = token.text === '' ? '' : `${token.text.replace(/\n$/, '')}\n`;
	const block: CodeBlock = {
		type: 'code',
		raw: token.raw,
		isProvisional: !isSettled,
		language: readLanguage(token),
		spans: extendSpans([], text),
		isSettled,
	};
	return previous?.type === 'code' && isSame(previous, block) ? previous : block;
}

/** The first word of a fence's info string. */
export function readLanguage(token: Tokens.Code): string {
	return decodeReferences(/^\S*/.exec(token.lang ?? '')?.[0] ?? '');
}

function isSame(left: CodeBlock, right: CodeBlock): boolean {
	return (
		left.language === right.language &&
		left.isSettled === right.isSettled &&
		left.spans.length === right.spans.length &&
		left.spans.every((span, index) => span === right.spans[index])
	);
}
