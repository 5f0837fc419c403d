/** Colours that are painted in another way than they are named: by filters, by blend modes, and below what changes them. */
import { SECRET, SEEN } from './page.ts';

const styled = (text: string, style: string): string => `<div style="${style}">${text}</div>`;
const held = (text: string, outer: string, inner = ''): string =>
	`<div style="${outer}"><p style="${inner}">${text}</p></div>`;
const below = (text: string, style: string, inner = ''): string =>
	`<div style="position:relative"><p style="${inner}">${text}</p><div style="position:absolute;inset:0;${style}"></div></div>`;
/** On a page without a background of its own, nothing is there to be blended with. */
const onPaper = (body: string): string => `<style>body{background:#fff}</style>${body}`;
const drawing = (inside: string): string =>
	`<svg width="0" height="0" style="position:absolute">${inside}</svg>`;
const matrix = (values: string): string =>
	drawing(`<filter id="f"><feColorMatrix values="${values}"/></filter>`);

const INVERTED = '-1 0 0 0 1 0 -1 0 0 1 0 0 -1 0 1 0 0 0 1 0';
const NOTHING = '0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0';

/** Text that nobody sees by them. */
export const effaced: Readonly<Record<string, string>> = {
	'black, inverted': styled(SECRET, 'filter:invert(1)'),
	'black in what is inverted': held(SECRET, 'filter:invert(1)'),
	'grey as bright as can be': styled(SECRET, 'color:#333;filter:brightness(100)'),
	'grey brighter than numbers are written': styled(SECRET, 'color:#222;filter:brightness(10000000)'),
	'red made black and then white': styled(SECRET, 'color:#a00;filter:brightness(0) invert(1)'),
	'white made black on black': held(SECRET, 'background:#000', 'color:#fff;filter:brightness(0)'),
	'white on its own white, both made black': styled(SECRET, 'color:#fefefe;background:#fff;filter:invert(1)'),
	'black and white made one grey': styled(SECRET, 'background:#fff;filter:contrast(0)'),
	'inverted by a drawing in the page': matrix(INVERTED) + styled(SECRET, 'filter:url(#f)'),
	'left without colours by a drawing in the page': matrix(NOTHING) + styled(SECRET, 'filter:url(#f)'),
	'white by a filter of nothing, over a box as white': `<div style="background:#024;position:relative"><div style="position:absolute;inset:0;background:#fff"></div><p style="position:relative;color:#fff;filter:grayscale(0)">${SECRET}</p></div>`,
	'the lighter one of black and white': onPaper(styled(SECRET, 'mix-blend-mode:lighten')),
	'dark in what is laid over white as light': onPaper(held(SECRET, 'mix-blend-mode:screen', 'color:#222')),
	'white times black': held(
		SECRET,
		'background:#000;isolation:isolate',
		'color:#fff;mix-blend-mode:multiply',
	),
	'the difference of black from white': onPaper(styled(SECRET, 'mix-blend-mode:difference;color:#000')),
	'white with a blend mode where nothing is painted': styled(SECRET, 'mix-blend-mode:difference;color:#fff'),
	'below a white box, the lighter one of both': below(SECRET, 'background:#fff;mix-blend-mode:lighten'),
	'below a white box, laid over as light': below(SECRET, 'background:#fff;mix-blend-mode:screen'),
	'below black, multiplied': below(SECRET, 'background:#000;mix-blend-mode:multiply'),
	'below a box that is nearly opaque': below(SECRET, 'background:rgba(255,255,255,.94)', 'color:#444'),
	'below what blurs it': below(SECRET, 'backdrop-filter:blur(20px)'),
	'below what makes it as bright as can be': below(SECRET, 'backdrop-filter:brightness(100)', 'color:#333'),
	'below what makes all of it one grey': onPaper(below(SECRET, 'backdrop-filter:contrast(0)')),
};

/** Text that is seen, though a look at the names of its colours would tell otherwise. */
export const recoloured: Readonly<Record<string, string>> = {
	'white, inverted': styled(SEEN, 'color:#fff;filter:invert(1)'),
	'a page that is inverted': `<style>html{filter:invert(1) hue-rotate(180deg);background:#fff}</style><p>${SEEN}</p>`,
	'a dark card, inverted': styled(SEEN, 'filter:invert(1);background:#000;color:#fff'),
	'red made grey': styled(SEEN, 'color:#a00;filter:grayscale(1)'),
	'black made grey on white': styled(SEEN, 'filter:contrast(0)'),
	'with a shadow by a filter': styled(SEEN, 'filter:drop-shadow(0 0 2px #000)'),
	'by a filter of the page that moves and blurs': `${drawing('<filter id="f"><feGaussianBlur stdDeviation="1"/><feOffset dx="9"/></filter>')}${styled(SEEN, 'filter:url(#f)')}`,
	'by a filter that the page does not have': styled(SEEN, 'filter:url(#none) invert(0)'),
	'white inverted by a drawing in the page': matrix(INVERTED) + styled(SEEN, 'color:#fff;filter:url(#f)'),
	'the difference of white from white': onPaper(styled(SEEN, 'mix-blend-mode:difference;color:#fff')),
	'the difference of white from a picture': styled(
		styled(SEEN, 'mix-blend-mode:difference;color:#fff'),
		'background:url(/a.png) #fff',
	),
	'dark with a blend mode where nothing is painted': styled(SEEN, 'mix-blend-mode:screen;color:#222'),
	'a box, multiplied': held(SEEN, 'mix-blend-mode:multiply;background:#ff0'),
	'below a yellow marker, multiplied': below(SEEN, 'background:#ff0;mix-blend-mode:multiply'),
	'below a white box, multiplied': below(SEEN, 'background:#fff;mix-blend-mode:multiply'),
	'below what blurs it a little': below(SEEN, 'backdrop-filter:blur(1px)'),
	'below what makes colours stronger': below(SEEN, 'backdrop-filter:saturate(2)'),
	'below a veil': below(SEEN, 'background:rgba(255,255,255,.6)'),
	'below what is opaque but for a filter': below(SEEN, 'background:#fff;filter:opacity(.3)'),
};
