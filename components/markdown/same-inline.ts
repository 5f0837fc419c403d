import type { Inline } from './blocks.ts';

/** Whether two texts are drawn alike. */
export function isSameContent(left: readonly Inline[], right: readonly Inline[]): boolean {
	return left.length === right.length && left.every((inline, index) => isSame(inline, right[index]));
}

function isSame(left: Inline, right: Inline | undefined): boolean {
	if (left === right) return true;
	if (typeof left === 'string' || right === undefined || typeof right === 'string') return false;
	switch (left.type) {
		case 'strong':
		case 'emphasis':
		case 'strikethrough':
			return right.type === left.type && isSameContent(left.children, right.children);
		case 'code':
			return right.type === 'code' && right.text === left.text;
		case 'break':
			return right.type === 'break';
		case 'math':
			return right.type === 'math' && right.source === left.source && right.isSettled === left.isSettled;
		case 'link':
			return (
				right.type === 'link' &&
				right.href === left.href &&
				right.title === left.title &&
				right.isImage === left.isImage &&
				right.host === left.host &&
				isSameContent(left.children, right.children)
			);
	}
}
