import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followEdit } from '../../../components/chat/dictate/follow-edit.ts';

describe('case 285: the place of a phrase', () => {
	const place = { start: 4, end: 8 };
	it.each([
		['typing behind it', 'one two  end', 'one two  end.', place],
		['typing right behind it', 'one two- end', 'one two-! end', place],
		['typing before it', 'one two  end', 'x one two  end', { start: 6, end: 10 }],
		['typing right before it', 'one two  end', 'one ztwo  end', { start: 5, end: 9 }],
		['deleting before it', 'one two  end', 'e two  end', { start: 2, end: 6 }],
		['typing in it', 'one two  end', 'one tZwo  end', null],
		['deleting a part of it', 'one two  end', 'one t end', null],
		['replacing everything', 'one two  end', 'zzz', null],
		['nothing', 'one two  end', 'one two  end', place],
	])('follows %s', (_, before, after, expected) => {
		expect(followEdit(place, before, after)).toEqual(expected);
	});

	it('still holds the same words, whatever was edited', () => {
		const text = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', ' ') });
		fc.assert(
			fc.property(text, text, text, text, (head, words, tail, typed) => {
				const here = { start: head.length, end: head.length + words.length };
				const before = head + words + tail;
				for (const after of [typed + before, before + typed, head + words + typed, typed + words + tail]) {
					const found = followEdit(here, before, after);
					if (found) expect(after.slice(found.start, found.end)).toBe(words);
				}
			}),
		);
	});
});
