import { describe, expect, it } from 'vitest';
import { findMath } from '../../../components/markdown/read/hide-math.ts';

const texOf = (text: string) => findMath(text).map(({ tex }) => tex);

describe('finds the formulas in', () => {
	it.each([
		['Euler: $e^{i\\pi} + 1 = 0$.', ['e^{i\\pi} + 1 = 0']],
		['$x$ and $y_1$', ['x', 'y_1']],
		['($n$), "$m$"', ['n', 'm']],
		['$2 \\pi r$', ['2 \\pi r']],
		['so $$a = b$$ is', ['a = b']],
		['\\(n\\) and \\(x, y\\)', ['n', 'x, y']],
		['\\[\nx = y\n\\]', ['\nx = y\n']],
		['costs $5, and $x$ too', ['x']],
		['$a \\$ b$', ['a \\$ b']],
	])('%j', (text, tex) => {
		expect(texOf(text)).toEqual(tex);
	});
});

describe('finds none in', () => {
	it.each([
		'$5 and $6',
		'from $5 to $10, or $20-$30',
		'$5/$10, $5-$10, $1,000$2',
		'US$5 and CA$6',
		'$100 or 200$ more',
		'it was $5 (or $6)',
		'$HOME/bin:$PATH',
		'echo $A $B $C',
		'`$x$` and ``$y$``',
		'\\$x\\$',
		'$ x $',
		'a $ b',
		'$$',
		'$$ $$',
		'\\(see below\\)',
		'\\[1\\] and \\[sic\\]',
		'$x\n\ny$',
		'$x `y$` z',
	])('%j', (text) => {
		expect(texOf(text)).toEqual([]);
	});
});

it('tells what stands on its own from what stands in a line', () => {
	expect(findMath('$a$ $$b$$ \\(c\\) \\[ d \\]').map(({ isDisplay }) => isDisplay)).toEqual([
		false,
		true,
		false,
		true,
	]);
});
