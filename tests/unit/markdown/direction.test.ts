import { describe, expect, it } from 'vitest';
import { directionClass } from '../../../components/markdown/draw/direction.ts';
import { readAtOnce } from './render.tsx';

function classOf(text: string): string | undefined {
	const [block] = readAtOnce(text).flat();
	if (block?.type !== 'list' && block?.type !== 'quote' && block?.type !== 'table') {
		throw new Error(`This is no list, quote or table: ${text}`);
	}
	return directionClass(block);
}

describe('a list, a quote or a table is written', () => {
	it.each([
		'- שלום\n- world',
		'1. مرحبا',
		'- [x] משימה',
		'- `npm install` מתקין',
		'- $x$ שלום',
		'- **«שלום»**',
		'- [שלום](https://example.org)',
		'-\n- 1984\n- שלום',
		'> ציטוט',
		'> - פריט',
		'- רפוי\n\n- b',
		'| שם | Age |\n| --- | --- |\n| Bob | 7 |',
		'| 1 | 2 |\n| --- | --- |\n| שם | b |',
		'- \u200f(1)',
		'- ދިވެހި',
	])('from right to left where its first letter is: %j', (text) => {
		expect(classOf(text)).toBe('md-rtl');
	});

	it.each(['- hello\n- שלום', '- [x] done שלום', '> привет', '| a | שם |\n| - | - |\n', '- 你好 שלום'])(
		'from left to right where its first letter is: %j',
		(text) => {
			expect(classOf(text)).toBe('md-ltr');
		},
	);

	it.each(['- 1984\n- 2001', '> `שלום`', '- 😀'])(
		'as what stands around it where no letter tells: %j',
		(text) => {
			expect(classOf(text)).toBeUndefined();
		},
	);

	it('as its first lines tell, however much follows', () => {
		expect(classOf(`- ${'7 '.repeat(10_000)}שלום`)).toBeUndefined();
		expect(classOf(`${'- `a`\n'.repeat(10_000)}- שלום`)).toBeUndefined();
	});
});
