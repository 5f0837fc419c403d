import { describe, expect, it } from 'vitest';
import { languageOfScript, nextSentences, spokenWords } from '../../../components/chat/answer/spoken-text.ts';

describe('case 182: of Markdown, read aloud are', () => {
	it.each([
		['## A **bold** _head_ing', 'A bold _head_ing'],
		['- one\n- two\n\n1. three', 'one\ntwo\n\nthree'],
		[
			'See [the page](https://example.com/a "x") or https://www.example.com/long?q=1',
			'See the page or example.com',
		],
		['Run `npm ci` first.\n```sh\nnpm ci\n```\nThen go.', 'Run npm ci first.\n\n\nThen go.'],
		['~~~\nnever closed', ''],
		['| A | B |\n| --- | --- |\n| 1 | 2 |', ', A, B, \n\n, 1, 2,'],
	])('the words of “%s”', (markdown, words) => {
		expect(spokenWords(markdown)).toBe(words);
	});
});

describe('case 182: sentences of a text that grows', () => {
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
])('case 182: the letters of “%s” tell %s', (text, language) => {
	expect(languageOfScript(text)).toBe(language);
});
