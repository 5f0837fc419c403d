import type { Tokens } from 'marked';
import type { CodeBlock } from './blocks.ts';
import { extendSpans } from './extend-spans.ts';
import { readLanguage } from './read-code.ts';

/** A code fence that has not been closed yet: its lines are appended, not read. */
export interface OpenFence {
	/** Returns what follows the closing line, or null while the fence is open. */
	feed(text: string): string | null;
	/** The block as far as it has come. It has no source: at the end it is compared by what it holds. */
	read(): CodeBlock;
}

/** The first line of a fence that starts the line: an indented one takes its indentation off every line. */
const OPENER = /^(`{3,}|~{3,})([^\n]*)\n/;

/**
 * Opens a fence, if `source` is one that has not been closed.
 *
 * @param token what marked made of it
 */
export function openFence(source: string, token: Tokens.Code): OpenFence | null {
	const opener = OPENER.exec(source);
	const marker = opener?.[1];
	if (!opener || marker === undefined || token.codeBlockStyle) return null;
	// marked closes a fence by spaces after the marker only.
	const closer = new RegExp(`^ {0,3}\\${marker.charAt(0)}{${marker.length},} *$`);
	const mayClose = new RegExp(`^ {0,3}\\${marker.charAt(0)}* *$`);
	const language = readLanguage(token);
	let spans: readonly string[] = [];
	/** The start of a line that may become the closing one: not shown before it is known not to. */
	let held = '';
	/** The line's start is in the spans already: the rest of it closes nothing. */
	let isMidLine = false;

	const fence: OpenFence = {
		feed(text) {
			const code = held + text;
			let lineStart = isMidLine ? code.indexOf('\n') + 1 : 0;
			if (isMidLine && lineStart === 0) return keep(code, '');
			for (let end = code.indexOf('\n', lineStart); end >= 0; end = code.indexOf('\n', lineStart)) {
				if (closer.test(code.slice(lineStart, end))) {
					keep(code.slice(0, lineStart), '');
					return code.slice(end + 1);
				}
				lineStart = end + 1;
			}
			const line = code.slice(lineStart);
			isMidLine = !mayClose.test(line);
			return isMidLine ? keep(code, '') : keep(code.slice(0, lineStart), line);
		},
		read: () => ({ type: 'code', raw: '', isProvisional: true, language, spans, isSettled: false }),
	};

	function keep(code: string, start: string): null {
		spans = extendSpans(spans, code);
		held = start;
		return null;
	}

	return fence.feed(source.slice(opener[0].length)) === null ? fence : null;
}
