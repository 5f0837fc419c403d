// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { MAX_FORMULA_LENGTH } from '../../../components/markdown/limits.ts';
import { renderMath } from '../../../components/markdown/render-math.ts';
import { CANARY } from '../../hostile/bait.ts';
import { tex } from '../../hostile/kinds/tex.ts';
import { FORBIDDEN } from '../../hostile/watch/inspect-window.ts';

// Temml looks once, when it is imported, whether the page is one of standards.
vi.hoisted(() => Object.defineProperty(document, 'compatMode', { value: 'CSS1Compat' }));
vi.mock('temml/dist/Temml-Local.css', () => ({}));

const texts = Object.entries(tex({ url: 'http://127.0.0.1:9/leak', script: `${CANARY}=1` }));

function render(formula: string) {
	const host = document.createElement('article');
	const isDrawn = renderMath(host, formula, true);
	return { host, isDrawn };
}

describe('a formula is drawn without addresses, names and handlers', () => {
	it.each(texts)('%s', (_, text) => {
		const { host } = render(text.replace(/^\$+|\$+$/g, ''));
		expect(host.querySelectorAll(`${FORBIDDEN}, a, [href], [id], [onclick]`)).toHaveLength(0);
		expect(host.innerHTML).not.toMatch(/url\(|javascript:[^<]*"/);
	});
});

it('draws what a label and a reference stand in', () => {
	const { host, isDrawn } = render('x = 1 \\label{root} \\tag{1}');
	expect(isDrawn).toBe(true);
	expect(host.querySelector('[id]')).toBeNull();
	expect(render('\\ref{root}').host.querySelector('a')).toBeNull();
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
