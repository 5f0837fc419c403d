// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { MAX_FORMULA_LENGTH } from '../../../components/markdown/read/limits.ts';

// happy-dom does not say which mode a page is in, and Temml refuses to draw in quirks mode.
Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' });
const { renderMath } = await import('../../../components/markdown/math/render-math.ts');

function render(formula: string) {
	const host = document.createElement('article');
	const isDrawn = renderMath(host, formula, false);
	return { host, isDrawn };
}

it('draws a reference to a name, but leads nowhere', () => {
	const { host, isDrawn } = render('x \\ref{root}');
	expect(isDrawn).toBe(true);
	expect(host.querySelector('math')).not.toBeNull();
	expect(host.querySelector('a, [href], [id]')).toBeNull();
});

it('leaves a formula that is too long to its source', () => {
	expect(render('x'.repeat(MAX_FORMULA_LENGTH)).isDrawn).toBe(true);
	const { host, isDrawn } = render('x'.repeat(MAX_FORMULA_LENGTH + 1));
	expect(isDrawn).toBe(false);
	expect(host.childNodes).toHaveLength(0);
});

it('leaves what one formula defines out of the next', () => {
	render('\\gdef\\frac{stolen}');
	expect(render('\\frac{1}{2}').host.querySelector('mfrac')).not.toBeNull();
});

it('leaves a formula that nests too deep to its source', () => {
	const nested = (depth: number) => `${'\\sqrt{'.repeat(depth)}x${'}'.repeat(depth)}`;
	expect(render(nested(10)).isDrawn).toBe(true);
	expect(render(nested(100)).isDrawn).toBe(false);
	expect(render(`\\cfrac{1}{1+${'\\cfrac{1}{1+'.repeat(6)}x${'}'.repeat(7)}`).isDrawn).toBe(true);
});
