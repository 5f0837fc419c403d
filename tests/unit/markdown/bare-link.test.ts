// @vitest-environment happy-dom
import './setup.ts';
import { describe, expect, it } from 'vitest';
import { drawAnyWay } from './render.tsx';

/** The texts of the links that are drawn. */
function linksIn(text: string): string[] {
	const { body } = new DOMParser().parseFromString(drawAnyWay(text), 'text/html');
	return [...body.querySelectorAll('a')].map((link) => link.textContent ?? '');
}

describe('case 97: a bare address ends', () => {
	it.each([
		[
			'请看 https://example.com/a，谢谢。（https://example.com/b）和',
			['https://example.com/a', 'https://example.com/b'],
		],
		['见https://example.com/a。完', ['https://example.com/a']],
		...[...'、。，！？；：（）「」『』【】《》〈〉〔〕“”’…»　】'].map((sign): [string, string[]] => [
			`x https://example.com/a${sign}b`,
			['https://example.com/a'],
		]),
		['https://example.com/a——很好', ['https://example.com/a']],
		['«https://example.com/a», „https://example.com/b“', ['https://example.com/a', 'https://example.com/b']],
		['（www.example.com/x）', ['www.example.com/x']],
		['请看www.example.com，好', ['www.example.com']],
		['写信到me@example.com。谢谢', ['me@example.com']],
		['打开http://localhost:3000即可', ['http://localhost:3000']],
		['打开 https://example.com/。', ['https://example.com/']],
		['https://example.com是', ['https://example.com']],
		[
			'https://example.com/a?b=c，d https://example.com/e#f！',
			['https://example.com/a?b=c', 'https://example.com/e#f'],
		],
		['**https://example.com/a**，好', ['https://example.com/a']],
		[
			'https://example.com/a. (https://example.com/b), "https://example.com/c"',
			['https://example.com/a', 'https://example.com/b', 'https://example.com/c'],
		],
		['اقرأ https://example.com/a، ثم', ['https://example.com/a']],
	])('in %j where it should', (text, links) => {
		expect(linksIn(text)).toEqual(links);
	});

	it.each([
		'https://ru.wikipedia.org/wiki/Москва_(город)',
		'https://ru.wikipedia.org/wiki/Ярославль_—_Главный',
		'https://zh.wikipedia.org/wiki/北京',
		'https://zh.wikipedia.org/wiki/C语言',
		'https://ja.wikipedia.org/wiki/ジョン・レノン',
		'https://ja.wikipedia.org/wiki/佐々木',
		'https://münchen.example/straße?größe=1#über',
		'https://пример.рф/путь',
		'https://例え.テスト/パス',
	])('not inside of %s', (address) => {
		expect(linksIn(`see ${address}`)).toEqual([address]);
		expect(linksIn(`（${address}），${address}。`)).toEqual([address, address]);
	});

	it('but an address that is marked as one goes to its own end', () => {
		expect(drawAnyWay('<https://example.com/a，b> [x](https://example.com/c，d)')).toContain('/a，b');
		expect(drawAnyWay('[x](https://example.com/c，d)')).toContain('/c，d');
	});

	it('and all words around it stand', () => {
		expect(drawAnyWay('请看 https://example.com/a，谢谢。')).toBe(
			'<p>请看 <a https://example.com/a >https://example.com/a</a>，谢谢。</p>',
		);
	});
});
