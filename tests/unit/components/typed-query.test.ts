import { describe, expect, it } from 'vitest';
import { type Sign, typedQueryOf } from '../../../components/chat/composer/typed-query.ts';

/** The cursor stands at the bar. */
function at(marked: string, sign: Sign = '/') {
	const place = marked.indexOf('|');
	return typedQueryOf(sign, marked.replace('|', ''), [place, place]);
}

describe('case 179: a slash asks for a prompt', () => {
	it.each([
		['/|', { start: 0, query: '' }],
		['/tra|', { start: 0, query: 'tra' }],
		['/пер|', { start: 0, query: 'пер' }],
		['Please /fix|', { start: 7, query: 'fix' }],
		['One\n/a| two', { start: 4, query: 'a' }],
		['\u00a0/a|', { start: 1, query: 'a' }],
	])('“%s”', (marked, query) => {
		expect(at(marked)).toEqual(query);
	});

	it.each(['and/or|', '/usr/bin|', 'https://a|', '/a b|', '1 / 2|', 'a|/b', '/a|b', '|/a', '//|', 'no'])(
		'but not “%s”',
		(marked) => {
			expect(at(marked)).toBeNull();
		},
	);

	it('nor with a selection, which typing would replace', () => {
		expect(typedQueryOf('/', '/abc', [1, 3])).toBeNull();
	});
});

describe('case 250: an at sign asks for a tab', () => {
	it.each([
		['@|', { start: 0, query: '' }],
		['Compare @при|', { start: 8, query: 'при' }],
		['@a.test/x|', { start: 0, query: 'a.test/x' }],
		['One\n@a| two', { start: 4, query: 'a' }],
	])('“%s”', (marked, query) => {
		expect(at(marked, '@')).toEqual(query);
	});

	it.each(['me@home|', 'me@|', '@a b|', '@@|', '@a|b', '|@a', '/a|'])('but not “%s”', (marked) => {
		expect(at(marked, '@')).toBeNull();
	});
});
