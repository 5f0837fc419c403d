import { describe, expect, it } from 'vitest';
import { createGrowingText } from '../../../utils/chat/live-parts.ts';

describe('a growing text', () => {
	it.each([
		[0, 'abcdef'],
		[2, 'cdef'],
		[3, 'def'],
		[5, 'f'],
		[6, ''],
		[9, ''],
	])('reads from offset %i on, wherever its pieces end', (offset, rest) => {
		const text = createGrowingText('ab');
		text.append('c');
		text.append('def');
		expect(text.slice(offset)).toBe(rest);
		expect(text.toString()).toBe('abcdef');
		expect(text.slice(offset)).toBe(rest);
	});

	it('tells its listeners of each piece until they leave, and not of nothing', () => {
		const text = createGrowingText();
		const heard: number[] = [];
		const leave = text.subscribe(() => heard.push(text.length));
		text.append('one');
		text.append('');
		text.append('two');
		leave();
		text.append('three');
		expect(heard).toEqual([3, 6]);
	});
});
