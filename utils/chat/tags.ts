/** How many tags a chat may have, and how long each may be, in UTF-16 code units. */
const MAX_TAGS = 20;
const MAX_TAG_LENGTH = 40;

/** A text in the form in which it is compared: case, accents, and the difference between е and ё are ignored. */
export function fold(text: string): string {
	return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The tags that a text names, as a person types them: between commas or blanks, with or without `#`. Each stands once,
 * as it was first written, and no more than a chat may have.
 */
export function parseTags(text: string): string[] {
	return fitTags(text.split(/[\s,;，、]+/));
}

/** The same of a list of tags. */
export function fitTags(tags: readonly string[]): string[] {
	const found = new Map<string, string>();
	for (const tag of tags) {
		const name = tag.trim().replace(/\s+/g, '-').replace(/^#+/, '').slice(0, MAX_TAG_LENGTH).toWellFormed();
		if (name !== '' && !found.has(fold(name))) found.set(fold(name), name);
	}
	return [...found.values()].slice(0, MAX_TAGS);
}

/** All tags of these chats, the most used first, each as it is written most recently. */
export function tagsOf(chats: readonly { readonly tags?: readonly string[] }[]): string[] {
	const counts = new Map<string, { name: string; count: number }>();
	for (const tag of chats.flatMap(({ tags = [] }) => tags)) {
		const known = counts.get(fold(tag));
		if (known) known.count += 1;
		else counts.set(fold(tag), { name: tag, count: 1 });
	}
	const used = [...counts.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
	return used.map(({ name }) => name);
}
