/** How much of a text is no white space, in UTF-16 code units. Counts one by one: a page can have millions of words. */
export function countOf(text: string): number {
	let count = 0;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (code > 0x20 && code !== 0xa0 && code !== 0x3000) count += 1;
	}
	return count;
}
