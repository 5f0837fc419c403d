import { describe, expect, it } from 'vitest';
import type { FrameFocus } from '../../../utils/page/field/frame-focus.ts';
import { frameInFocus } from '../../../utils/page/frame-in-focus.ts';

const named = (name: string, path: number[] | null, inner: FrameFocus['inner'] = null) => ({
	name,
	path,
	inner,
});

describe('case 339: of the frames of a page, the one is found that has the focus', () => {
	it.each([
		['the top where the focus is in no frame', [named('top', []), named('frame', [0])], 'top'],
		['a frame by its place', [named('one', [0]), named('two', [1]), named('top', [], 1)], 'two'],
		[
			'a frame in a frame',
			[named('top', [], 0), named('around', [0], 2), named('inner', [0, 2]), named('other', [1])],
			'inner',
		],
		['the only one in a shadow tree', [named('top', [], 'unlisted'), named('deep', null)], 'deep'],
	])('%s', (_, frames, name) => {
		expect(frameInFocus(frames)?.name).toBe(name);
	});

	it.each([
		['may not be entered', [named('top', [], 1), named('frame', [0])]],
		['is one of several in shadow trees', [named('top', [], 'unlisted'), named('a', null), named('b', null)]],
		['belongs to a page of which nothing answers', []],
	])('and none where it %s', (_, frames) => {
		expect(frameInFocus(frames)).toBeUndefined();
	});
});
