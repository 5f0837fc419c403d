import { SECRET, SHOWN } from './pages/page.ts';
import { tampering } from './pages/tampering.ts';
import type { TakenPage } from './take-page.ts';

const ALSO_SEEN: Readonly<Record<string, string>> = {
	'fields that pose as properties of their form': 'In the form.',
	'thousands of elements in each other': 'The innermost words.',
};

/**
 * Has each page taken that changes what scripts stand on.
 *
 * @param browser `hangs`: the names of pages that the browser itself cannot show; `undrawn`: of those of which it draws only
 *   what all pages have
 * @returns what went wrong, by the pages' names
 */
export async function takeTampering(
	take: (body: string) => Promise<TakenPage>,
	{ hangs = [], undrawn = [] }: Partial<Record<'hangs' | 'undrawn', readonly string[]>> = {},
): Promise<string[]> {
	const found: string[] = [];
	for (const [name, body] of Object.entries(tampering)) {
		if (hangs.includes(name)) continue;
		const { html, shown, taken } = await take(body);
		const expected = name === 'a document without a body' ? '' : SHOWN;
		const also = undrawn.includes(name) ? '' : (ALSO_SEEN[name] ?? '');
		if (!html.includes(expected) || !html.includes(also)) found.push(`${name}: what is seen is not there`);
		if (html.includes(SECRET)) found.push(`${name}: what is hidden is there`);
		// What is left out for its length is told.
		if (taken > 1_100_000 || (name === 'five million characters' && shown < 3_900_000))
			found.push(`${name}: not bounded`);
	}
	return found;
}
