import type { Groups } from './blocks.ts';

/** Cuts `items` into groups of `size`, and keeps each previous group whose members are the same objects. */
export function regroup<T>(items: readonly T[], size: number, previous: Groups<T> = []): Groups<T> {
	const groups: (readonly T[])[] = [];
	for (let start = 0; start < items.length; start += size) {
		const group = items.slice(start, start + size);
		const old = previous[groups.length];
		groups.push(old && isSameGroup(old, group) ? old : group);
	}
	return groups;
}

/** The same members; they may stand in another array. */
export function isSameGroup<T>(left: readonly T[], right: readonly T[]): boolean {
	return left.length === right.length && left.every((item, index) => item === right[index]);
}
