import type { FrameFocus } from './field/frame-focus.ts';

const isAt = (path: readonly number[] | null, way: readonly number[]): boolean => path?.join() === way.join();

/**
 * The frame of a page that has the focus; undefined where it does not answer, as one that extensions may not enter.
 *
 * @param frames those of the page that answer
 */
export function frameInFocus<T extends FrameFocus>(frames: readonly T[]): T | undefined {
	let way: readonly number[] = [];
	for (;;) {
		const frame = frames.find(({ path }) => isAt(path, way));
		if (!frame || frame.inner === null) return frame;
		// Of those that are listed nowhere, it is not known which one has the focus if there are several.
		if (frame.inner === 'unlisted') {
			const unlisted = frames.filter(({ path }) => path === null);
			return unlisted.length === 1 ? unlisted[0] : undefined;
		}
		way = [...way, frame.inner];
	}
}
