import { describe, expect, it } from 'vitest';
import { dropWords, fitWords } from '../../../components/chat/dictate/fit-words.ts';

describe('case 285: words that are dictated', () => {
	it.each([
		// heard, before, after, written
		['hello there', '', '', 'Hello there'],
		[' how are you ', 'Hello', '', ' how are you'],
		['how are you', 'Hello ', '', 'how are you'],
		['how are you', 'Hello. ', '', 'How are you'],
		['how are you', 'Hello!', '', ' How are you'],
		['how are you', 'He said “Hello.” ', '', 'How are you'],
		['how are you', 'Hello\n', '', 'How are you'],
		['how', 'Hello,', '', ' how'],
		['brave new', 'O ', 'world', 'brave new '],
		['brave', 'O ', ' world', 'brave'],
		['brave', 'O', ', world', ' brave'],
		['quoted', 'say “', '”', 'quoted'],
		['quoted', 'say "', '"', 'quoted'],
		['after', 'say "so"', '', ' after'],
		['in brackets', 'it (', ')', 'in brackets'],
		['Moscow', 'I like ', '', 'Moscow'],
		[', and', 'this', '', ', and'],
		['привет как дела', '', '', 'Привет как дела'],
		['ёлка', 'Это она. ', '', 'Ёлка'],
		['сказал он', 'Да —', '', ' сказал он'],
		['дела', 'Как', '?', ' дела'],
		['今日は', '天気。', '', '今日は'],
		['元気', '今日は', 'です', '元気'],
		['สวัสดี', 'ครับ', '', 'สวัสดี'],
		['مرحبا', 'قال', '، ثم', ' مرحبا'],
		['हाँ', 'ठीक है', '।', ' हाँ'],
		['two\nlines', '', '', 'Two lines'],
		['  ', 'x', 'y', ''],
	])('%j between %j and %j becomes %j', (heard, before, after, written) => {
		expect(fitWords(heard, before, after)).toBe(written);
	});

	it('are counted off where the user has taken some over', () => {
		expect(dropWords(' one two  three', 2)).toBe('three');
		expect(dropWords('one', 2)).toBe('');
		expect(dropWords('one', 0)).toBe('one');
	});
});
