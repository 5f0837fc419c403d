import { describe, expect, it } from 'vitest';
import { languageOfScript, nextSentences, spokenWords } from '../../../components/chat/answer/spoken-text.ts';

describe('cases 182 and 304: of Markdown, read aloud are', () => {
	it.each([
		['## A **bold** _head_ing', 'A bold _head_ing'],
		['- one\n- two\n\n1. three', 'one\ntwo\n\nthree'],
		[
			'See [the page](https://example.com/a "x") or https://www.example.com/long?q=1',
			'See the page or example.com',
		],
		['Run `npm ci` first.\n```sh\nnpm ci\n```\nThen go.', 'Run npm ci first.\n\n\nThen go.'],
		['~~~\nnever closed', ''],
		['See [it](https://a.b/c_(d)) and <https://a.b/c>', 'See it and a.b'],
		['[one][1], [two][]\n\n[1]: https://a.b "x"', 'one, two'],
		['It is[^1].\n\n[^1]: A note', 'It is.\n\n A note'],
		['- [x] done\n- [ ] not yet', 'done\nnot yet'],
		['An _italic_ word, a snake_case_name', 'An italic word, a snake_case_name'],
		['5 \\* 3, \\_so\\_', '5 * 3, _so_'],
		['one<br>two', 'one two'],
		['| A | B |\n| --- | --- |\n| 1 | 2 |', ', A, B, \n\n, 1, 2,'],
	])('the words of “%s”', (markdown, words) => {
		expect(spokenWords(markdown)).toBe(words);
	});
});

describe('cases 182 and 304: sentences of a text that grows', () => {
	/** Reads a text that comes letter by letter. */
	function readGrowing(text: string): string[] {
		const all: string[] = [];
		let offset = 0;
		for (let length = 1; length <= text.length; length += 1) {
			const { sentences, end } = nextSentences(text.slice(0, length), offset, length === text.length);
			offset = end;
			all.push(...sentences);
		}
		return all;
	}

	it.each([
		['One is here. Two is 3.5 long! Three', ['One is here.', 'Two is 3.5 long!', 'Three']],
		['Раз. Два?\n- три\n', ['Раз.', 'Два?', 'три']],
		['Before.\n```js\nlet a = 1. \nlet b;\n```\nAfter.', ['Before.', 'After.']],
		['一。二。', ['一。', '二。']],
		['नमस्ते। कैसे हो', ['नमस्ते।', 'कैसे हो']],
		['هل أنت هنا؟ نعم', ['هل أنت هنا؟', 'نعم']],
		['***\n---\n', []],
	])('of “%s” are %j, each once', (text, sentences) => {
		expect(readGrowing(text)).toEqual(sentences);
	});

	it('are all there at once of a text that is whole', () => {
		expect(nextSentences('One. Two.', 0, true)).toEqual({ sentences: ['One.', 'Two.'], end: 9 });
	});
});

it.each([
	['Привет', 'ru'],
	['Її ім’я', 'uk'],
	['こんにちは世界', 'ja'],
	['你好', 'zh'],
	['안녕', 'ko'],
	['שלום', 'he'],
	['Hello', null],
	['In Russian, the word “мир” means both world and peace.', null],
	['Установите npm install typescript', 'ru'],
	['Ўсё добра', 'be'],
	['چطور هستید', 'fa'],
	['آپ کیسے ہیں', 'ur'],
	['สวัสดี', 'th'],
	['', null],
])('case 182: the letters of “%s” tell %s', (text, language) => {
	expect(languageOfScript(text)).toBe(language);
});

it.each(['[', '[^', '[a](', '[a]['])(
	'case 304: “%s” without end is read once, and not once for each of them',
	(mark) => {
		// With a cost that grows with the square, this takes minutes.
		expect(spokenWords(mark.repeat(400_000))).not.toBe('');
	},
);
