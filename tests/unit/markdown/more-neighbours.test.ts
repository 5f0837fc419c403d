// @vitest-environment happy-dom
import './setup.ts';
import { describe, expect, it } from 'vitest';
import { drawAnyWay, readAtOnce } from './render.tsx';

/** What is drawn, in whatever pieces it comes, with each formula as `⟨source⟩`. */
function draw(text: string): string {
	const html = drawAnyWay(text).replace(/<span><code>([^<]*)<\/code><span><\/span><\/span>/g, '⟨$1⟩');
	return html.replace(/^<p>|<\/p>$/g, '');
}

const blocksOf = (text: string) => {
	drawAnyWay(text);
	return readAtOnce(text)
		.flat()
		.map((block) =>
			block.type === 'code' ? `${block.language}: ${block.spans.join('').trimEnd()}` : block.type,
		);
};

describe('case 233: formulas in texts without spaces', () => {
	it.each([
		['设$x>0$，则$y<1$。', '设⟨$x›0$⟩，则⟨$y‹1$⟩。'],
		['$x$元', '⟨$x$⟩元'],
		['$a_1$和$b_2$的和', '⟨$a_1$⟩和⟨$b_2$⟩的和'],
		['当$n=1$时成立', '当⟨$n=1$⟩时成立'],
		['関数$f(x)$は連続である', '関数⟨$f(x)$⟩は連続である'],
		['변수$x$는 양수이다', '변수⟨$x$⟩는 양수이다'],
		['$\\text{价格}=5$元', '⟨$\\text{价格}=5$⟩元'],
		['取$\\varepsilon$（任意）', '取⟨$\\varepsilon$⟩（任意）'],
		['所以$S=\\{1,2,3\\}$是', '所以⟨$S=\\{1,2,3\\}$⟩是'],
		['**设$x=1$则**真', '<strong>设⟨$x=1$⟩则</strong>真'],
		['\\(a\\)、\\(b\\)', '⟨\\(a\\)⟩、⟨\\(b\\)⟩'],
		['由$$x=1$$得', '由⟨$$x=1$$⟩得'],
	])('%j', (text, html) => {
		expect(draw(text)).toBe(html);
	});

	it.each([
		'价格为$5，另一个$6。',
		'从$10涨到$20元',
		'花了$5和10$左右',
		'共$100到$200之间',
		'花$5，再花$',
		'变量$a和$b的值',
		'把$HOME加到$PATH里',
		'一个$，两个$。',
		'约$1,000（人民币7$）',
		'5$は高い。6$も',
	])('%j has none', (text) => {
		expect(draw(text)).toBe(text);
	});
});

describe('case 234: other spellings of TeX', () => {
	it.each([
		['$`x^2`$', '⟨$`x^2`$⟩'],
		['with $`a_1`$ and $`b`$.', 'with ⟨$`a_1`$⟩ and ⟨$`b`$⟩.'],
		['设$`x`$为', '设⟨$`x`$⟩为'],
		['$\\$5$', '⟨$\\$5$⟩'],
		['\\$5 and $x$', '$5 and ⟨$x$⟩'],
		['$$ x $$ 和 $$ y $$', '⟨$$␣x␣$$⟩ 和 ⟨$$␣y␣$$⟩'],
	])('%j', (text, html) => {
		expect(draw(text)).toBe(html);
	});

	it.each([
		['costs $`5` or `6`$x', 'costs $<code>5</code> or <code>6</code>$x'],
		['`$x$`', '<code>$x$</code>'],
		['US$`5`$', 'US$<code>5</code>$'],
		['$` `$', '$<code>␣</code>$'],
		['run `$`a`$`', 'run <code>$</code>a<code>$</code>'],
	])('%j has none', (text, html) => {
		expect(draw(text)).toBe(html);
	});
});

describe('case 235: a fence that is named after a file of Markdown', () => {
	it.each(['README.md', 'docs/guide.markdown', './a-b.mdx', 'CHANGELOG.MD', 'notes.rmd'])(
		'holds fences: %s',
		(name) => {
			const body = '# T\n\n```sh\nnpm i\n```\n\n## Usage\n\n```js\n1;\n```';
			expect(blocksOf(`\`\`\`${name}\n${body}\n\`\`\`\n\nAfter.`)).toEqual([`${name}: ${body}`, 'paragraph']);
		},
	);

	it.each(['a.md.js', 'mdast', 'amd', 'x.mdb'])('holds none: %s', (name) => {
		expect(blocksOf(`\`\`\`${name}\na\n\`\`\`\n\nb\n\n\`\`\`js\n1\n\`\`\``)).toEqual([
			`${name}: a`,
			'paragraph',
			'js: 1',
		]);
	});
});

describe('case 236: more of what met people elsewhere', () => {
	it.each([
		['請用**「繁體」**字', '請用<strong>「繁體」</strong>字'],
		['**2024年（令和6年）**に', '<strong>2024年（令和6年）</strong>に'],
		['***加粗斜体。***正文', '<em><strong>加粗斜体。</strong></em>正文'],
		['**第一点:**说明,**第二点:**说明', '<strong>第一点:</strong>说明,<strong>第二点:</strong>说明'],
		['**あ**い**う**え', '<strong>あ</strong>い<strong>う</strong>え'],
		['前**😀**后', '前<strong>😀</strong>后'],
		['**100%**達成、**¥100**起', '<strong>100%</strong>達成、<strong>¥100</strong>起'],
		['（**注**）**A。** **B。**', '（<strong>注</strong>）<strong>A。</strong> <strong>B。</strong>'],
		['10:00~11:00，12:00~13:00', '10:00~11:00，12:00~13:00'],
		['价格~100元~~旧价~~', '价格~100元<del>旧价</del>'],
		['3~~5 and a ~~ b', '3~~5 and a ~~ b'],
		['約10〜20、10~20個', '約10〜20、10~20個'],
		['~/.bashrc and ~/bin; cd ~', '~/.bashrc and ~/bin; cd ~'],
		['foo~~bar~~baz', 'foo<del>bar</del>baz'],
		['H~2~O and user@~host~', 'H~2~O and user@~host~'],
		['`~~x~~` ~~删~~除', '<code>~~x~~</code> <del>删</del>除'],
	])('%j', (text, html) => {
		expect(draw(text)).toBe(html);
	});

	it.each([
		['「https://a.example/b」です', 'https://a.example/b'],
		['《https://a.example/i》', 'https://a.example/i'],
		['https://a.example/j“引”', 'https://a.example/j'],
		['https://a.example/m…后', 'https://a.example/m'],
		['https://a.example/n）。', 'https://a.example/n'],
		['https://a.example/p】', 'https://a.example/p'],
		['https://a.example/k?q=中文&r=1。', 'https://a.example/k?q=中文&r=1'],
		['https://a.example/中国_(消歧义)。', 'https://a.example/中国_(消歧义)'],
		['见https://a.example/d；好', 'https://a.example/d'],
	])('%j links to %j', (text, address) => {
		expect(draw(text)).toContain(`>${address}</a>`);
	});

	const ROW = '| a | b |\n|---|---|\n';
	it.each([
		['| `x | y` | z |', ['<code>x␣|␣y</code>', 'z']],
		['| $P(A|B)$ | `a||b` |', ['⟨$P(A|B)$⟩', '<code>a||b</code>']],
		['| ``a | `b` `` | c |', ['<code>a␣|␣`b`␣</code>', 'c']],
		['| \\(a|b\\) | c |', ['⟨\\(a|b\\)⟩', 'c']],
		['| $\\|v\\|$ | c |', ['⟨$|v|$⟩', 'c']],
		['| costs $5 | or $6 |', ['costs $5', 'or $6']],
		['| `unclosed | z |', ['`unclosed', 'z']],
		['| 概率$P(A|B)$是 | 共$5 |', ['概率⟨$P(A|B)$⟩是', '共$5']],
		['| $`a|b`$ | z |', ['⟨$`a|b`$⟩', 'z']],
		['| $5 | $6 | $7 |', ['$5', '$6', '$7']],
	])('the row %j has its cells', (row, cells) => {
		const drawn = [...draw(ROW + row).matchAll(/<td>(.*?)<\/td>/g)].map(([, cell]) => cell);
		expect(drawn).toEqual(cells);
	});

	it.each([
		['~~~md\n```js\n1\n```\n~~~\n\nend', ['md: ```js\n1\n```', 'paragraph']],
		['```md\n~~~\nx\n~~~\n```\n\nend', ['md: ~~~\nx\n~~~', 'paragraph']],
		['````\n```\na\n```\n````\n\nend', [': ```\na\n```', 'paragraph']],
		['``` markdown\n```bash\nls\n```\n```\n\nend', ['markdown: ```bash\nls\n```', 'paragraph']],
		['```md title="x"\n```js\n1\n```\n```\n\nend', ['md: ```js\n1\n```', 'paragraph']],
		['```html\n<pre>```</pre>\n```\n\nend', ['html: <pre>```</pre>', 'paragraph']],
		['```md\ntext\n```\n\nplain\n\n```js\n1\n```\n\nend', ['md: text', 'paragraph', 'js: 1', 'paragraph']],
		['```text\n```\n\nend', ['text: ', 'paragraph']],
	])('the fences of %j are told apart', (text, blocks) => {
		expect(blocksOf(text)).toEqual(blocks);
	});
});

describe('case 307: a line that looks like the address of a link elsewhere', () => {
	it.each([
		['[Answer]: 42', '[Answer]: 42'],
		['[Ответ]: да', '[Ответ]: да'],
		['It is[^1].\n\n[^1]: Plato', 'It is[^1].</p><p>[^1]: Plato'],
		['[答]: 3.14', '[答]: 3.14'],
	])('is drawn where it is none: %j', (text, html) => {
		expect(draw(text)).toBe(html);
	});

	it.each([
		'[a][1]\n\n[1]: https://a.example/x',
		'[a][1]\n\n[1]: a.example',
		'[a][1]\n\n[1]: /path',
		'[a][1]\n\n[1]: #place "A title"',
	])('is not where it is one: %j', (text) => {
		expect(drawAnyWay(text)).not.toContain('[1]');
	});
});
