/** Languages whose code may contain fences of its own, also as the ending of a file's name: models write `README.md`. */
const MARKDOWN = /^(?:[\w./-]+\.)?(?:markdown|mdown|mdx?|mkdn?|rmd|qmd)(?![\w.])/i;

/** Whether a fence with this info string holds Markdown. */
export function isMarkdownInfo(info: string): boolean {
	return MARKDOWN.test(info.trim());
}

/** The longest line that opens a fence, including its info string, in UTF-16 code units. */
export const MAX_FENCE_LINE = 300;

/**
 * What a line of a fenced block is: part of it, its end, or a fence without a language of which only the next line
 * will tell whether it is the end or begins a fence inside.
 */
export type FenceLine = 'inside' | 'end' | 'undecided';

/** Follows the lines of a fence that holds Markdown. */
export interface FenceNest {
	/**
	 * @param line without its end
	 * @param after the text from the next line on, as far as it is known
	 */
	take(line: string, after: string): FenceLine;
}

/**
 * Models put fences into a fence that holds Markdown, and give all of them the same length. By CommonMark the first fence
 * without a language would end the outer one, and the rest of the document would fall apart. Here it first closes the
 * fence that was opened inside.
 *
 * @param marker the run of backticks or tildes that opened the fence
 * @param isGrowing more text will come: that something does not follow a line yet says nothing
 */
export function createFenceNest(marker: string, isGrowing: boolean): FenceNest {
	const mark = marker.charAt(0);
	const run = `(\\${mark}{${marker.length},})`;
	const info = mark === '`' ? '[^`\\n]*' : '[^\\n]*';
	// Also one behind the bullet of a list item: its closing fence need not be indented.
	const opener = new RegExp(`^ {0,3}(?:(?:[-*+]|\\d{1,9}[.)]) +)?${run}(${info})$`);
	const bare = new RegExp(`^ {0,3}${run} *$`);
	const inner: { length: number; isMarkdown: boolean }[] = [];
	/** The line before this one; at first, the opening line. */
	let before = marker;

	return {
		take(line, after) {
			const kind = judge(line.slice(0, MAX_FENCE_LINE), after);
			if (kind !== 'undecided') before = line;
			return kind;
		},
	};

	function judge(line: string, after: string): FenceLine {
		const top = inner.at(-1);
		const length = bare.exec(line)?.[1]?.length ?? 0;
		if (length > 0 && !top) return judgeBare(length, after);
		if (length > 0) {
			if (top && length >= top.length) inner.pop();
			return 'inside';
		}
		const [, opening, language = ''] = opener.exec(line) ?? [];
		if (opening && language.trim() !== '' && (!top || top.isMarkdown)) {
			inner.push({ length: opening.length, isMarkdown: isMarkdownInfo(language) });
		}
		return 'inside';
	}

	/**
	 * Judges a fence without a language while nothing is open inside: code follows one that opens, a blank line one
	 * that closes.
	 */
	function judgeBare(length: number, after: string): FenceLine {
		const isAfterGap = /^\s*$|:[*_]*\s*$/.test(before);
		if (isGrowing && !isAfterGap) return 'end';
		const next = /^[^\n]*/.exec(after)?.[0] ?? '';
		if (isGrowing && next.trim() === '' && next.length === after.length) return 'undecided';
		const isBeforeCode = next.trim() !== '' && !next.trimStart().startsWith(mark);
		if (!isBeforeCode || !(isGrowing || closesTwice(after, isAfterGap))) return 'end';
		inner.push({ length, isMarkdown: false });
		return 'inside';
	}

	/** Whether two more fences without a language follow: the first would end the inner fence, the second the outer one. */
	function closesTwice(after: string, isAfterGap: boolean): boolean {
		const fences = new RegExp(`^ {0,3}${run}(${info})$`, 'gm');
		const first = fences.exec(after);
		if (first?.[2]?.trim() !== '') return false;
		const following = after.slice(fences.lastIndex, fences.lastIndex + MAX_FENCE_LINE);
		if (!isAfterGap && !/^\n(?:[ \t]*\n|#{2,6} | {0,3}[`~]{3})/.test(following)) return false;
		for (let later = fences.exec(after); later; later = fences.exec(after)) {
			if (later[2]?.trim() === '') return true;
		}
		return false;
	}
}

/** A fence that holds Markdown and stands at the start of a text. */
export interface MarkdownFence {
	/** The offset behind its closing line, before the line break; the end of the text when nothing closes it. */
	end: number;
	/** The same fence with longer markers, so that none inside can close it. */
	unambiguous: string;
}

const OPENER = /^( {0,3})(`{3,}(?=[^`\n]*\n)|~{3,})([^\n]*)\n/;

/** The fence that holds Markdown and begins `source`; null when none does. */
export function findMarkdownFence(source: string, isGrowing: boolean): MarkdownFence | null {
	const opener = OPENER.exec(source);
	const [opening, indent = '', marker = '', info = ''] = opener ?? [];
	if (opening === undefined || !isMarkdownInfo(info)) return null;
	const nest = createFenceNest(marker, isGrowing);
	for (let start = opening.length; start < source.length; ) {
		const index = source.indexOf('\n', start);
		const end = index < 0 ? source.length : index;
		if (nest.take(source.slice(start, end), source.slice(end + 1)) !== 'inside') {
			const body = source.slice(opening.length, start);
			const longer = longerThanAny(body, marker);
			return { end, unambiguous: `${indent}${longer}${info}\n${body}${longer}` };
		}
		start = end + 1;
	}
	const body = source.slice(opening.length);
	return { end: source.length, unambiguous: `${indent}${longerThanAny(body, marker)}${info}\n${body}` };
}

function longerThanAny(body: string, marker: string): string {
	let length = marker.length;
	for (const [run] of body.matchAll(/`{3,}|~{3,}/g)) length = Math.max(length, run.length);
	return marker.charAt(0).repeat(length + 1);
}
