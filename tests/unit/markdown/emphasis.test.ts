// @vitest-environment happy-dom
import './setup.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawAnyWay, justLetters, lettersOf, readGrowing, toHtml } from './render.tsx';

const inside = (text: string) => drawAnyWay(text).replace(/^<p>|<\/p>$/g, '');

describe('case 95: one tilde strikes nothing through, two do', () => {
	it.each([
		'20~25°C。20~25°C',
		'5~7U × 100~200x',
		'takes ~3~5 minutes',
		'~3~ and ~x~',
		'about ~5, or ~~6',
		'~a ~b~ c~',
		'a~b~c~d',
		'（~10~20）',
		'x ~~~y~~~ z',
		'~ ~x~~ ~',
	])('%j stands as typed', (text) => {
		expect(inside(text)).toBe(text);
	});

	it.each([
		['~~gone~~ and ~5', '<del>gone</del> and ~5'],
		['~3 ~~a~b~~ ~4', '~3 <del>a~b</del> ~4'],
		['~~20~25~~', '<del>20~25</del>'],
		['~~删除。~~正文', '<del>删除。</del>正文'],
		['含~~「旧」~~内容', '含<del>「旧」</del>内容'],
		['~~Old:~~new', '<del>Old:</del>new'],
		['**~~both~~**', '<strong><del>both</del></strong>'],
		['~~**both**~~', '<del><strong>both</strong></del>'],
	])('%j strikes through what stands in two', (text, html) => {
		expect(inside(text)).toBe(html);
	});

	it.each(['20~25°C。20~', 'takes ~3~5', '5~7U × 100~200x and ~3', '~'])(
		'%j stands as typed while it grows',
		(text) => {
			expect(toHtml([readGrowing(text.split(''))])).not.toContain('<del>');
		},
	);
});

describe('case 96: emphasis in texts without spaces', () => {
	it.each([
		['**注意：**正文', '<strong>注意：</strong>正文'],
		['含**「重点」**内容', '含<strong>「重点」</strong>内容'],
		['**“引用”**文字', '<strong>“引用”</strong>文字'],
		['这是**（重要）**的', '这是<strong>（重要）</strong>的'],
		['**50%**的人', '<strong>50%</strong>的人'],
		['用**C++**写', '用<strong>C++</strong>写'],
		['我可以强调**这个`code`**吗', '我可以强调<strong>这个<code>code</code></strong>吗'],
		['见**[链接](https://a.example)**处', '见<strong><a https://a.example/ >链接</a></strong>处'],
		['**太字。**です', '<strong>太字。</strong>です'],
		['これは**「強調」**です', 'これは<strong>「強調」</strong>です'],
		['**カタカナ！**と', '<strong>カタカナ！</strong>と'],
		['**이 용어(This term)**를', '<strong>이 용어(This term)</strong>를'],
		['**"인용"**입니다', '<strong>"인용"</strong>입니다'],
		['*注意：*正文', '<em>注意：</em>正文'],
		['含*「重点」*内容', '含<em>「重点」</em>内容'],
		['***注意：***正文', '<em><strong>注意：</strong></em>正文'],
		[
			'**重点一**，**重点二。**和**「三」**',
			'<strong>重点一</strong>，<strong>重点二。</strong>和<strong>「三」</strong>',
		],
		['"**字**文', '"<strong>字</strong>文'],
		['𠮷**「野」**家', '𠮷<strong>「野」</strong>家'],
		['禰󠄀**(x)**禰', '禰󠄀<strong>(x)</strong>禰'],
		['__注意：__正文', '<strong>注意：</strong>正文'],
	])('%j', (text, html) => {
		expect(inside(text)).toBe(html);
	});
});

describe('case 96: a closing run before a letter', () => {
	it.each([
		['**Note:**text', '<strong>Note:</strong>text'],
		['«**Важно:**текст»', '«<strong>Важно:</strong>текст»'],
		['**Σημείωση:**κείμενο', '<strong>Σημείωση:</strong>κείμενο'],
		['**Really?**Yes **No!**Well', '<strong>Really?</strong>Yes <strong>No!</strong>Well'],
		['**(a)**b', '<strong>(a)</strong>b'],
		['**"a"**b', '<strong>"a"</strong>b'],
		['**Возраст:**30', '<strong>Возраст:</strong>30'],
		['функция **`map`**ом', 'функция <strong><code>map</code></strong>ом'],
		['**Note *very*:**text', '<strong>Note <em>very</em>:</strong>text'],
		['**_x_**text', '<strong><em>x</em></strong>text'],
		['*Note:*text', '<em>Note:</em>text'],
		['***Note:***text', '<em><strong>Note:</strong></em>text'],
		['__Note:__text', '<strong>Note:</strong>text'],
		['_Note:_text', '<em>Note:</em>text'],
		['**Note:**text and **more** of it', '<strong>Note:</strong>text and <strong>more</strong> of it'],
		['**Note:**text，然后**重点**内容', '<strong>Note:</strong>text，然后<strong>重点</strong>内容'],
	])('%j', (text, html) => {
		expect(inside(text)).toBe(html);
	});

	it.each([
		['**foo "*bar*" foo**', '<strong>foo "<em>bar</em>" foo</strong>'],
		['**a "**b** c" d**', '<strong>a "<strong>b</strong> c" d</strong>'],
		['2 *(x)*y', '2 *(x)*y'],
		['*a.*b', '*a.*b'],
		['f *(a+b)*c', 'f *(a+b)*c'],
		['lib/**file and src/**file', 'lib/**file and src/**file'],
		['_this._parent and snake_case_name', '_this._parent and snake_case_name'],
		['** Note:**text', '** Note:**text'],
		['\\*\\*Note:**text', '**Note:**text'],
		['`**Note:**text`', '<code>**Note:**text</code>'],
	])('%j stays as CommonMark has it', (text, html) => {
		expect(inside(text)).toBe(html);
	});

	it('and before a formula', () => {
		expect(inside('**Note:**$x^2$')).toContain('<strong>Note:</strong>');
		expect(inside('**Area ($m$):**$x^2$')).toContain('):</strong>');
	});

	it('is bold from its last star on, while the text grows', () => {
		for (const text of ['**Note:**t', '**注意：**正', '含**「重点」**内']) {
			expect(toHtml([readGrowing(text.split(''))])).toContain('</strong>');
		}
	});
});

it('loses no word between delimiters, whatever stands beside them', { timeout: 60_000 }, () => {
	const part = fc.constantFrom(
		...[
			'*',
			'**',
			'***',
			'_',
			'__',
			'~',
			'~~',
			'~~~',
			' ',
			'字',
			'「',
			'」',
			'：',
			'か',
			'한',
			'word',
			'й',
			'1',
		],
		...[':', '(', ')', '"', '“', '”', '.', '/', '`c`', '😀', '\\*'],
	);
	fc.assert(
		fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
			const text = `a${parts.join('')}z`;
			expect(lettersOf(text)).toBe(justLetters(text));
		}),
		{ numRuns: 800, seed: 1 },
	);
});
