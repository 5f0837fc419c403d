/** The marks that ChatGPT's texts have in the places of sources, links and names. */
import { type Fields, fieldsOf, listOf, numberOf, textOf } from './values.ts';

/** The most references of one message that are looked for in its text. */
const MAX_REFERENCES = 200;

/** What a mark is, and what it holds, between private characters. */
const MARK = /\ue200([^\ue200-\ue202]*)(?:\ue202([^\ue200\ue201]*))?\ue201/g;
/** A source as older answers have it: its number, and a place in it. */
const OLD_MARK = /【(\d+)(?::\d+)?†[^】]*】/g;

/**
 * The text without its marks. `content_references` has a mark, `matched_text`, with the Markdown link that it stands for,
 * `alt`; `citations` has the sources that older answers number.
 */
export function withoutMarks(text: string, { content_references: references, citations }: Fields): string {
	if (!/[\ue200【]/.test(text)) return text;
	let readable = text;
	for (const reference of listOf(references).slice(0, MAX_REFERENCES)) {
		const { matched_text: mark, alt } = fieldsOf(reference);
		if (typeof mark === 'string' && /^[\ue200【]/.test(mark) && textOf(alt) !== '')
			readable = readable.replaceAll(mark, () => textOf(alt));
	}
	const links = linksOf(citations);
	return readable
		.replace(MARK, (_, kind: string, held = '') => wordsOfMark(kind, held))
		.replace(OLD_MARK, (_, number: string) => links.get(Number(number)) ?? '');
}

/** A name and the text of a link stand in the mark itself. */
function wordsOfMark(kind: string, held: string): string {
	if (kind === 'entity') return /^\[\s*"[^"]*"\s*,\s*"((?:[^"\\]|\\.)*)"/.exec(held)?.[1] ?? '';
	if (kind !== 'url') return '';
	const [words = '', address = ''] = held.split('\ue202');
	return /^https?:/.test(address) ? linkOf(words, address) : words;
}

function linkOf(words: string, address: string): string {
	return `[${words.replace(/[[\]\\]/g, '\\$&')}](<${address.replace(/[<>\\\s]/g, encodeURIComponent)}>)`;
}

/** Links to the sources, by their numbers. */
function linksOf(citations: unknown): Map<number, string> {
	const links = new Map<number, string>();
	for (const citation of listOf(citations).slice(0, MAX_REFERENCES)) {
		const { title, url, extra } = fieldsOf(fieldsOf(citation).metadata);
		const number = numberOf(fieldsOf(extra).cited_message_idx);
		const address = textOf(url);
		if (number !== undefined && address !== '')
			links.set(number, ` (${linkOf(textOf(title) || address, address)})`);
	}
	return links;
}
