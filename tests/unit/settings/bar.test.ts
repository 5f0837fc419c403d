import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
	BAR_VALUE,
	type BarSetting,
	barPatterns,
	isBarOn,
	NO_BAR,
	readHost,
	surplusPatterns,
} from '../../../utils/settings/bar.ts';

const on = (sites: string[], hidden: string[] = []): BarSetting => ({ where: 'sites', sites, hidden });
const EVERYWHERE: BarSetting = { where: 'everywhere', sites: ['a.example'], hidden: ['b.example'] };

describe('the setting of the bar', () => {
	it.each([
		['wikipedia.org', 'wikipedia.org'],
		[' https://EN.wikipedia.org/wiki/Ship?x=1#y ', 'en.wikipedia.org'],
		['*.wikipedia.org', '*.wikipedia.org'],
		['localhost:8080', 'localhost'],
		['127.0.0.1', '127.0.0.1'],
		['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
		['a_b.example', 'a_b.example'],
	])('reads a host in “%s”', (typed, host) => expect(readHost(typed)).toBe(host));

	it.each([
		'',
		'  ',
		'two words',
		'*',
		'*.',
		'https://',
		'a.example, b.example',
		'[::1]',
		'ftp://a.example',
		'<all_urls>',
	])('reads no host in “%s”', (typed) => expect(readHost(typed)).toBeNull());

	it('is on for a site alone, for all hosts below one, or everywhere, and nowhere that it was hidden', () => {
		expect(isBarOn(NO_BAR, 'a.example')).toBe(false);
		expect(isBarOn({ ...on(['a.example']), where: 'nowhere' }, 'a.example')).toBe(false);
		expect(isBarOn(on(['a.example']), 'a.example')).toBe(true);
		expect(isBarOn(on(['a.example']), 'www.a.example')).toBe(false);
		expect(isBarOn(on(['*.a.example']), 'a.example')).toBe(true);
		expect(isBarOn(on(['*.a.example']), 'www.a.example')).toBe(true);
		expect(isBarOn(on(['*.a.example']), 'bada.example')).toBe(false);
		expect(isBarOn(on(['a.example'], ['a.example']), 'a.example')).toBe(false);
		expect(isBarOn(EVERYWHERE, 'c.example')).toBe(true);
		expect(isBarOn(EVERYWHERE, 'b.example')).toBe(false);
	});

	it('asks for the pages of its sites, and for no others', () => {
		expect(barPatterns(NO_BAR)).toEqual([]);
		expect(barPatterns({ ...on(['a.example']), where: 'nowhere' })).toEqual([]);
		expect(barPatterns(on(['a.example', '*.b.example']))).toEqual([
			'http://a.example/*',
			'https://a.example/*',
			'http://*.b.example/*',
			'https://*.b.example/*',
		]);
		expect(barPatterns(EVERYWHERE)).toEqual(['http://*/*', 'https://*/*']);
	});

	it('gives back what neither it nor a server needs any more', () => {
		const before = on(['a.example', 'b.example']);
		expect(surplusPatterns(before, on(['b.example']), ['https://a.example/*'])).toEqual([
			'http://a.example/*',
		]);
		expect(surplusPatterns(EVERYWHERE, before, [])).toEqual(['http://*/*', 'https://*/*']);
		expect(surplusPatterns(before, EVERYWHERE, [])).toHaveLength(4);
		expect(surplusPatterns(before, before, [])).toEqual([]);
	});

	it('takes no host that the browser would refuse, and keeps fields of a newer version', () => {
		for (const host of [
			'',
			'a b',
			'a/b',
			'*',
			'A.example',
			'a.example:80',
			'-a',
			'a.example/*',
			'x'.repeat(300),
			5,
		])
			expect(v.parse(BAR_VALUE, { where: 'sites', sites: [host, 'b.example'], hidden: [] })).toEqual({
				where: 'sites',
				sites: ['b.example'],
				hidden: [],
			});
		const newer = { where: 'sites', sites: ['a.example'], hidden: [], side: 'above' };
		expect(v.parse(BAR_VALUE, newer)).toEqual(newer);
	});

	it('stays as it is when it is hidden on a host that no pattern can name, or on too many', () => {
		const odd = ['[::1]', 'example.com.', '-a.example', '_b.example'];
		const everywhere = { where: 'everywhere', sites: ['a.example'], hidden: odd } as const;
		expect(v.parse(BAR_VALUE, everywhere)).toEqual(everywhere);
		const many = Array.from({ length: 501 }, (_, place) => `h${place}.example`);
		const { where, hidden } = v.parse(BAR_VALUE, { ...everywhere, hidden: many });
		expect([where, hidden.length, hidden.at(-1)]).toEqual(['everywhere', 500, 'h500.example']);
	});
});
