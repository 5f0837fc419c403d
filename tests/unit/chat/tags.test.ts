import { describe, expect, it } from 'vitest';
import { parseTags, tagsOf } from '../../../utils/chat/tags.ts';

describe('case 171: tags as they are typed', () => {
	it.each([
		['work', ['work']],
		['#work, ideas;  home', ['work', 'ideas', 'home']],
		['Work work WÖRK', ['Work']],
		['ёлка елка', ['ёлка']],
		['仕事、家', ['仕事', '家']],
		['  # ## ', []],
		['x'.repeat(50), ['x'.repeat(40)]],
		[Array.from({ length: 30 }, (_, n) => `t${n}`).join(' '), Array.from({ length: 20 }, (_, n) => `t${n}`)],
	])('%j are %j', (text, tags) => {
		expect(parseTags(text)).toEqual(tags);
	});

	it('are suggested the most used first, each once', () => {
		expect(tagsOf([{ tags: ['b', 'Work'] }, {}, { tags: ['work', 'a'] }])).toEqual(['Work', 'a', 'b']);
	});
});
