// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { contentOf, placeOf, rangeOf } from '../../../utils/page/field/find-part.ts';

describe('case 265: a selected passage is found again', () => {
	it.each([
		['where it was', 'cat', 'a cat, a cat', 9, 9],
		['where it has moved to', 'cat', 'so, a cat', 2, 6],
		['not where it stands twice, and neither time where it was', 'cat', 'cat cat', 1, null],
		['not where it is gone', 'cat', 'a dog', 2, null],
		['not where it overlaps itself', 'aa', 'baaa', 0, null],
	])('%s', (_, text, whole, wasAt, place) => expect(placeOf(text, whole, wasAt)).toBe(place));

	it('in what an editor has drawn anew, over the borders of its elements', () => {
		document.body.innerHTML = '<div><p>The <b>cat</b> sat</p><p>here</p></div>';
		const range = rangeOf('e cat s', document.body);
		expect(range?.toString()).toBe('e cat s');
		expect(rangeOf('at', document.body)).toBeNull();
		expect(rangeOf('', document.body)).toBeNull();
		expect(contentOf(document.body).toString()).toBe('The cat sathere');
	});
});
