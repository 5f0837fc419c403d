/** Where boxes, clip paths and masks end, and where one scrolls to. */
import { SECRET, SEEN } from './page.ts';

const styled = (text: string, style: string): string => `<div style="${style}">${text}</div>`;
const drawing = (inside: string): string =>
	`<svg width="0" height="0" style="position:absolute">${inside}</svg>`;
const mask = (inside: string, attributes = ''): string =>
	drawing(`<mask id="c" ${attributes}>${inside}</mask>`) + styled(SEEN, 'mask:url(#c)');
const messages = (first: string): string => `<div><p>${first}</p>${'<p>A message.</p>'.repeat(20)}</div>`;

/** Text that is cut off. */
export const cut: Readonly<Record<string, string>> = {
	'in a box without height that is drawn apart': styled(SECRET, 'contain:paint;height:0'),
	'in a box of two pixels that is laid out apart': styled(SECRET, 'contain:strict;width:2px;height:2px'),
	'clipped by a shape of a hundred corners beside it': styled(
		SECRET,
		`clip-path:polygon(${Array.from({ length: 100 }, (_, at) => `${900 + at}px ${at % 2}px`).join()},900px 50px)`,
	),
	'scaled, and clipped by a drawing beside it':
		drawing('<clipPath id="c"><rect x="500" width="99" height="99"/></clipPath>') +
		styled(SECRET, 'transform:scale(.5);width:300px;clip-path:url(#c)'),
};

/** Text that is not, though it could seem so. */
export const uncut: Readonly<Record<string, string>> = {
	'far up in messages that begin at the bottom': styled(
		messages(SEEN),
		'display:flex;flex-direction:column-reverse;overflow:auto;height:150px',
	),
	'at the end of lines that stand side by side': styled(
		`${'<p>縦に書く。</p>'.repeat(30)}<p>${SEEN}</p>`,
		'writing-mode:vertical-rl;overflow-x:auto;width:300px;height:150px',
	),
	'on a page whose lines stand side by side': `<style>html{writing-mode:vertical-rl}</style>${'<p>縦に書く。</p>'.repeat(60)}<p>${SEEN}</p>`,
	'below a bar that is cut at its sides only': styled(
		`<div style="position:absolute;top:60px">${SEEN}</div>`,
		'overflow-x:clip;height:40px;position:relative;margin-bottom:60px',
	),
	'in the margin around what is cut': styled(
		`a<br><span>${SEEN}</span>`,
		'overflow:clip;overflow-clip-margin:60px;height:10px;margin-bottom:60px',
	),
	'in a row of a table that would cut it': `<table><tr style="overflow:hidden;height:1px"><td>${SEEN}</td></tr></table>`,
	'fixed within what is moved, below the window': styled(
		`<div style="position:fixed;top:1000px">${SEEN}</div>`,
		'transform:translateZ(0);height:1500px',
	),
	'in a popover, whatever cuts off what is around it': `<div style="overflow:hidden;transform:translateZ(0);height:40px"><div popover>${SEEN}</div></div><script>document.querySelector('[popover]').showPopover()</script>`,
	'far down in a box that is scaled and scrolls': styled(
		`<div style="height:150px">.</div>${SEEN}`,
		'transform:scale(1.6);transform-origin:0 0;width:200px;height:90px;overflow:auto;margin-bottom:80px',
	),
	'far down in a box that is zoomed and scrolls': styled(
		`<div style="height:150px">.</div>${SEEN}`,
		'zoom:2;width:200px;height:60px;overflow:auto',
	),
	'through a mask that is as opaque as black': mask(
		'<rect width="999" height="99"/>',
		'style="mask-type:alpha"',
	),
	'through a dark grey mask': mask('<rect width="999" height="99" fill="#444"/>'),
	'through a mask that is a line': mask(
		'<path d="M0 10H999" stroke="#fff" stroke-width="60"/>',
		'maskUnits="userSpaceOnUse" x="0" y="0" width="999" height="99"',
	),
	'clipped by more shapes than are gone through':
		drawing(
			`<clipPath id="c">${'<rect width="1" height="1"/>'.repeat(1_000)}<rect width="999" height="99"/></clipPath>`,
		) + styled(SEEN, 'clip-path:url(#c)'),
	'clipped by a drawing that is turned about its middle':
		drawing(
			'<clipPath id="c"><rect x="1" width="798" height="99" style="transform:scale(-1,1);transform-origin:400px 0"/></clipPath>',
		) + styled(SEEN, 'clip-path:url(#c)'),
	'twice as large, clipped to its right half':
		drawing('<clipPath id="c"><rect x="100" width="200" height="99"/></clipPath>') +
		styled(SEEN, 'transform:scale(2);transform-origin:0 0;width:200px;padding-left:110px;clip-path:url(#c)'),
	'smaller, below what is clipped off above it': styled(
		SEEN,
		'transform:scale(.3);transform-origin:0 0;font-size:50px;clip-path:inset(20px 0 0);padding-top:20px',
	),
	'zoomed, and clipped in pixels': `<div style="zoom:2"><div style="clip-path:polygon(0 0,220px 0,220px 40px,0 40px);padding-left:50px">${SEEN}</div></div>`,
	'at the top of a high box that is clipped by a path': styled(
		SEEN,
		"height:900px;clip-path:path('M0 0H400V30H0Z')",
	),
	'turned upside down, clipped at its right': styled(
		SEEN,
		'transform:rotate(180deg);width:400px;clip-path:inset(0 50% 0 0)',
	),
	'clipped by a path without an end':
		drawing('<clipPath id="c"><path d="M0 0H3e38H-3e38H3e38"/><rect width="999" height="99"/></clipPath>') +
		styled(SEEN, 'clip-path:url(#c)'),
	'with a filter named like what all objects have': styled(SEEN, 'filter:url(&quot;#((constructor(1)&quot;)'),
	'clipped by more corners than a function takes': styled(
		SEEN,
		`clip-path:polygon(0 0,${'400px 0,400px 1px,'.repeat(9_000)}400px 99px,0 99px)`,
	),
};
