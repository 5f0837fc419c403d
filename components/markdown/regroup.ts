import type { Groups } from './blocks.ts';

/** Small enough to go through each frame, large enough that a long answer has few. */
export const GROUP_SIZE = 32;

/** Cuts `items` into groups, and keeps each previous group whose members are the same objects. */
export function regroup<T>(items: readonly T[], previous: Groups<T> = []): Groups<T> {
	const groups: (readonly T[])[] = [];
	for (let start = 0; start < items.length; start += GROUP_SIZE) {
		const group = items.slice(start, start + GROUP_SIZE);
		const old = previous[groups.length];
		groups.push(old && isSame(old, group) ? old : group);
	}
	return groups;
}

function isSame<T>(left: readonly T[], right: readonly T[]): boolean {
	return left.length === right.length && left.every((item, index) => item === right[index]);
}
