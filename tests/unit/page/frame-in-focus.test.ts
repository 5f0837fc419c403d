import { describe, expect, it } from 'vitest';
import type { FrameStep } from '../../../utils/page/field/frame-focus.ts';
import { frameInFocus } from '../../../utils/page/frame-in-focus.ts';

let frameId = 0;
const top = (inner: FrameStep | null = null) => ({ name: 'top', frameId: 0, path: [], inner });
const named = (name: string, path: FrameStep[], inner: FrameStep | null = null) => {
	frameId += 1;
	return { name, frameId, path, inner };
};

describe('case 339: of the frames of a page, the one is found that has the focus', () => {
	it.each([
		['the top where the focus is in no frame', [top(), named('frame', [0])], 'top'],
		['a frame by its place', [named('one', [0]), named('two', [1]), top(1)], 'two'],
		[
			'a frame in a frame',
			[top(0), named('around', [0], 2), named('inner', [0, 2]), named('other', [1])],
			'inner',
		],
		['the only one in a shadow tree', [top('unlisted'), named('deep', ['unlisted'])], 'deep'],
		[
			'a frame within the only one in a shadow tree',
			[top('unlisted'), named('deep', ['unlisted'], 0), named('deeper', ['unlisted', 0])],
			'deeper',
		],
		['the top, where a frame does not know what is around it', [named('fenced', []), top()], 'top'],
	])('%s', (_, frames, name) => {
		expect(frameInFocus(frames)?.name).toBe(name);
	});

	it.each([
		['may not be entered', [top(1), named('frame', [0])]],
		[
			'is one of several in shadow trees',
			[top('unlisted'), named('a', ['unlisted']), named('b', ['unlisted'])],
		],
		['is in a shadow tree, and another one answers', [top('unlisted'), named('other', [0, 'unlisted'])]],
		['belongs to a page of which nothing answers', []],
	])('and none where it %s', (_, frames) => {
		expect(frameInFocus(frames)).toBeUndefined();
	});
});
