import type { Chat } from '../../utils/chat/types.ts';

/** Letters as they are compared: without case, accents, or the difference between е and ё. */
function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The chats whose titles hold every word of the query, in their order. */
export function filterChats(chats: readonly Chat[], query: string): readonly Chat[] {
	const words = fold(query).split(/\s+/).filter(Boolean);
	if (words.length === 0) return chats;
	return chats.filter(({ title }) => {
		const folded = fold(title);
		return words.every((word) => folded.includes(word));
	});
}
