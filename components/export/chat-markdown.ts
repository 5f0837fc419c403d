import { type SectionOptions, type SectionPiece, sectionsOf, titleOf } from './chat-sections.ts';
import type { ShownChat } from './read-chat.ts';

/** The chat as Markdown: what was said stands as it was written, code to the letter. */
export function chatMarkdown(shown: ShownChat, options: SectionOptions): string {
	const sections = sectionsOf(shown, options).map(({ name, pieces }) =>
		[`## ${escapeWords(name)}`, ...pieces.map(pieceText)].join('\n\n'),
	);
	return `${[`# ${escapeWords(titleOf(shown))}`, ...sections].join('\n\n')}\n`;
}

function pieceText(piece: SectionPiece): string {
	switch (piece.type) {
		case 'markdown':
			return closeFence(piece.text.replace(/^\n+|\s+$/g, ''));
		case 'folded':
			return [
				`<details>\n<summary>${escapeHtml(oneLine(piece.title))}</summary>`,
				piece.isCode
					? fenced(piece.text)
					: closeFence(piece.text.trim().replace(/<(?=\/?(?:details|summary))/gi, '&lt;')),
				'</details>',
			].join('\n\n');
		case 'quote': {
			const source = [
				piece.title && escapeWords(piece.title),
				piece.url && `<${piece.url.replace(/[<>\s]/g, '')}>`,
			]
				.filter(Boolean)
				.join(' ');
			const lines = [
				...(piece.text === '' ? [] : [...piece.text.trim().split('\n'), '']),
				...(source ? [source] : []),
			];
			return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
		}
		case 'picture':
			return `![${escapeWords(piece.name)}](${piece.url})`;
		case 'note':
			return `*${escapeWords(piece.text)}*`;
	}
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;

/** An answer that broke off in its code would take all that follows into it. */
export function closeFence(text: string): string {
	let open = '';
	for (const line of text.split('\n')) {
		const [, marker = '', info = ''] = FENCE.exec(line) ?? [];
		if (marker === '') continue;
		if (open === '') {
			// In a fence of backticks none can stand behind it on its line.
			if (!(marker.startsWith('`') && info.includes('`'))) open = marker;
		} else if (marker[0] === open[0] && marker.length >= open.length && info.trim() === '') open = '';
	}
	return open === '' ? text : `${text}\n${open}`;
}

function fenced(code: string): string {
	const longest = Math.max(2, ...(code.match(/`{3,}/g) ?? []).map((run) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}\n${code}\n${fence}`;
}

function oneLine(text: string): string {
	return text.replace(/\s+/g, ' ').trim();
}

function escapeHtml(text: string): string {
	return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** Words that are no Markdown of the chat's: a title, a name. */
function escapeWords(text: string): string {
	return oneLine(text).replace(/[\\`*_[\]<>#]/g, '\\$&');
}
