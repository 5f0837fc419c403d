import { describe, expect, it } from 'vitest';
import { fold } from '../../../utils/search/words/fold.ts';
import { stemOf } from '../../../utils/search/words/stem-of.ts';
import { wordsOf } from '../../../utils/search/words/words-of.ts';

describe('case 155: a word is compared without case, accents and ligatures', () => {
	it.each([
		['Ёлка', 'елка'],
		['ЁЖ', 'еж'],
		['Йод и йога', 'йод и йога'],
		['Crème BRÛLÉE', 'creme brulee'],
		['ﬁne', 'fine'],
		['Straße', 'strasse'],
		['Łódź', 'lodz'],
		['Ｆｕｌｌ', 'full'],
		['İstanbul', 'istanbul'],
		['ὈΔΥΣΣΕΎΣ', 'οδυσσευσ'],
		['שָׁלוֹם', 'שלום'],
		['co\u00adoperate', 'cooperate'],
	])('%s is %s', (text, folded) => expect(fold(text)).toBe(folded));

	it.each([
		['الكتـــاب', 'الكتاب'],
		['علی', 'علي'],
		['على', 'علي'],
		['کتاب', 'كتاب'],
		['مدرسة', 'مدرسه'],
		['ٱلرَّحْمَٰنِ', 'الرحمن'],
		['۲۰۲۴', '2024'],
		['٢٠٢٤', '2024'],
		['२०२४', '2024'],
		['Ґрунт', 'грунт'],
		['Ħamrun', 'hamrun'],
		['Þórður', 'thordur'],
	])('case 301: %s is %s', (text, folded) => expect(fold(text)).toBe(fold(folded)));

	it('is the same however the accent is written', () => {
		expect(fold('é'.normalize('NFD'))).toBe(fold('é'.normalize('NFC')));
		expect(fold('й'.normalize('NFD'))).toBe('й');
		expect(fold('ё'.normalize('NFD'))).toBe('е');
	});
});

describe('case 155: the words of a text', () => {
	it.each([
		['Hello, world!', ['hello', 'world']],
		['snake_case and kebab-case', ['snake', 'case', 'and', 'kebab', 'case']],
		['node.js 3.14', ['node', 'js', '3', '14']],
		['don’t', ['don', 't']],
		['**bold**, `code`', ['bold', 'code']],
		['機械学習のmodel', ['機', '械', '学', '習', 'の', 'model']],
		['한국어 문장', ['한국어', '문장']],
		['हिन्दी में', ['हिन्दी', 'में']],
		['…—“”', []],
		['', []],
	])('“%s”', (text, words) => expect(Array.from(wordsOf(text), ({ word }) => word)).toEqual(words));

	it('are told with their places in the text', () => {
		const text = 'A Crème, ёж.';
		expect(Array.from(wordsOf(text), ({ start, end }) => text.slice(start, end))).toEqual([
			'A',
			'Crème',
			'ёж',
		]);
	});

	it('are cut where they are data', () => {
		const [word] = wordsOf('a'.repeat(10_000));
		expect(word).toEqual({ word: 'a'.repeat(64), start: 0, end: 10_000 });
	});
});

describe('case 155: forms of a word have one stem', () => {
	it.each([
		['пирог', 'пирога', 'пирогу', 'пирогом', 'пироги', 'пирогами'],
		['книга', 'книги', 'книгами', 'книг'],
		['красивый', 'красивая', 'красивого', 'красивейший'],
		['нейросеть', 'нейросети', 'нейросетями'],
		['run', 'runs', 'running'],
		['study', 'studies', 'studied'],
		['happy', 'happiness'],
		['hope', 'hoping', 'hoped', 'hopes'],
	])('%s', (...forms) => expect(new Set(forms.map(stemOf)).size).toBe(1));

	it.each(['cat', '2026', '東', 'я', 'gpt4'])('%s is its own', (word) => expect(stemOf(word)).toBe(word));
});
