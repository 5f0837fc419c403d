import { uncut } from './cuts.ts';
import { recoloured } from './effects.ts';
import { legible } from './grounds.ts';
import { uncovered } from './overlap.ts';
import { firstLine, picture, SEEN } from './page.ts';

const styled = (style: string): string => `<div style="${style}">${SEEN}</div>`;
const held = (outer: string, inner = ''): string =>
	`<div style="${outer}"><p style="${inner}">${SEEN}</p></div>`;

/** A drawing that fills the box around it. */
const DRAWING =
	'<svg style="position:absolute;inset:0;width:100%;height:100%"><rect width="100%" height="100%" fill="#024"/></svg>';

/** Clipped by a drawing in the page. */
const clipped = (drawing: string, property = 'clip-path'): string =>
	`<svg width="0" height="0" style="position:absolute">${drawing}</svg>${styled(`${property}:url(#c)`)}`;

/** Ways in which pages show text that a careless look would take for hidden. */
export const seen: Readonly<Record<string, string>> = {
	...uncovered,
	...recoloured,
	...legible,
	...uncut,
	'white on a drawing': `<div style="position:relative">${DRAWING}<p style="position:relative;color:#fff">${SEEN}</p></div>`,
	'a gradient within the letters': styled(
		'color:transparent;background:linear-gradient(90deg,#024,#420);background-clip:text;-webkit-background-clip:text',
	),
	'a gradient within the letters of a span': `<h2 style="color:transparent;background:linear-gradient(90deg,#024,#420);background-clip:text;-webkit-background-clip:text"><span>${SEEN}</span></h2>`,
	'letters that are only a shadow': styled('color:transparent;text-shadow:0 0 1px #000'),
	'dark in another notation': styled('color:oklch(0.3 0.1 250)'),
	'white on dark in another notation': styled('background:oklch(0.2 0.05 250);color:oklch(1 0 0)'),
	'faint but readable': styled('opacity:.6;color:#333'),
	'a clip that cuts off a corner': styled('clip-path:polygon(0 0,100% 0,100% 100%,10% 100%)'),
	'a clip around all of it': styled('height:30px;clip-path:circle(100% at 50% 50%)'),
	'a clip by an inset that is computed': styled(
		'width:200px;height:100px;clip-path:inset(calc(50% - 40px) 0)',
	).replace(SEEN, `<br><br>${SEEN}`),
	'a clip by the lesser of two insets': styled('clip-path:inset(min(10%, 2px))'),
	'a clip like a bow tie': styled('font-size:9px;clip-path:polygon(0 0, 100% 100%, 100% 0, 0 100%)'),
	'clipped by a drawing around it': clipped('<clipPath id="c"><rect width="999" height="99"/></clipPath>'),
	'clipped by a drawing that is moved around it': clipped(
		'<clipPath id="c"><rect y="500" width="999" height="99" transform="translate(0 -500)"/></clipPath>',
	),
	'clipped by a drawing around it, in shares of its box': clipped(
		'<clipPath id="c" clipPathUnits="objectBoundingBox"><path d="M0 0h1v.9L.5 1 0 .9z"/></clipPath>',
	),
	'clipped by a drawing that is not there': styled('clip-path:url(#none)'),
	'masked by a white drawing': clipped(
		'<mask id="c"><rect width="999" height="99" fill="#fff"/></mask>',
		'mask',
	),
	'clipped by a shape around it': styled(
		'clip-path:shape(from 0px 0px, line to 100% 0px, vline to 100%, hline to 0px, close)',
	),
	'clipped by a shape with curves': styled(
		'clip-path:shape(from 0px 0px, hline to 100%, curve to 0px 100% with 100% 100%, close)',
	),
	'a first line in blue and bold': firstLine('color:#00f;font-weight:bold', SEEN),
	'below a first line that nobody sees': firstLine('color:#fff', `Words<br>${SEEN}`),
	'letters with a white line around them': styled('-webkit-text-stroke:.3em #fff;paint-order:stroke fill'),
	'large letters with a thin white line over them': styled('font-size:30px;-webkit-text-stroke:1px #fff'),
	'below a picture that is seen through': `<div style="position:relative"><p>${SEEN}</p>${picture('#ff08')}</div>`,
	'white on a dark picture': `<div style="position:relative">${picture('#024')}<p style="position:relative;color:#fff">${SEEN}</p></div>`,
	'a mask that fades out': styled('mask-image:linear-gradient(#000,transparent)'),
	'a little blurred': styled('filter:blur(1px)'),
	'a little blurred, in a box without letters of its own': held(
		'font-size:0;filter:blur(1px)',
		'font-size:16px',
	),
	'letters that are only an outline': styled(
		'-webkit-text-fill-color:transparent;-webkit-text-stroke:1px #000',
	),
	'the first lines before a clamp, without blanks between words': `<p style="width:20em;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;overflow:hidden">${SEEN} 发布会今天举行苹果公司介绍了全新的处理器发布会今天举行苹果公司介绍了全新的处理器</p>`,
	'below the window in a body that scrolls by itself': `<style>html{overflow:hidden;height:100%}body{height:100vh;margin:0;overflow:auto}</style><div style="height:3000px"></div><p>${SEEN}</p>`,
	'in an element without a box': `<p><span style="display:contents">${SEEN}</span></p>`,
	'in a slot': `<div><template shadowrootmode="open"><slot></slot></template>${SEEN}</div>`,
	'behind a dialog whose parts alone have boxes': `<main aria-hidden="true"><p>${SEEN}</p></main><div role="dialog" aria-modal="true"><div style="position:fixed;inset:40% 40%;background:#fff">Cookies?</div></div>`,
	'scaled to half': `<div style="font-size:30px;transform:scale(.4);transform-origin:0 0">${SEEN}</div>`,
	'a full stop and a thin letter of their own': `<p><span>${SEEN}</span><b>.</b><i>l</i></p>`,
	'the first line of a box that cuts off the others': `<p style="width:20em;height:1.2em;line-height:1.2em;overflow:hidden">${SEEN} and many more words that stand in other lines of the same paragraph, below its box.</p>`,
	'the beginnings of lines that a box cuts off': `<p style="width:14em;white-space:pre;overflow:hidden">The first line, of which a part stands beside the box.\n${SEEN}, and more words, of which a part stands there, too.\nThe last one.</p>`,
	'the last of lines that a box cuts off': `<p style="width:14em;white-space:pre;overflow:hidden">The first line, of which a part stands beside the box.\n\n${SEEN}</p>`,
	'the beginning of the second line of what is wider than its box': `<div style="width:15em;overflow:hidden"><p style="width:60em">${'Wide words '.repeat(11)}<br>${SEEN} ${'and more of them '.repeat(40)}</p></div>`,
	'what would hide its back, and shows its front': styled(
		'backface-visibility:hidden;transform:translateZ(0)',
	),
	'what would hide its back, upside down': styled(
		'width:20em;backface-visibility:hidden;rotate:180deg;scale:1 0.9',
	),
	'the back of a card that is turned over': held(
		'transform-style:preserve-3d;transform:rotateY(180deg)',
		'backface-visibility:hidden;transform:rotateY(180deg)',
	),
	'what is turned over in a box that shows it flat': held(
		'transform:rotateY(180deg);width:20em',
		'backface-visibility:hidden',
	),
	'what stands in a line, and is not turned': `<span style="backface-visibility:hidden;transform:rotateY(180deg)">${SEEN}</span>`,
	'the last of many lines of which one is cut off': `<pre style="width:20em;overflow:hidden">${`${'A line that is longer than its box is wide, by far.'.repeat(2)}\n`}${'A line.\n'.repeat(1_200)}${SEEN}</pre>`,
	'a clip by a path around it': styled("clip-path:path('M0 0H600V90H0Z')"),
	'a clip by a path of curves': styled("clip-path:path('M-300 -300c900 0 900 900 0 900z')"),
	'the beginning before an ellipsis': `<p style="width:20em;white-space:nowrap;text-overflow:ellipsis;overflow:hidden">${SEEN} and many more words that stand in the same line, beside its box, where nobody sees them.</p>`,
	'the beginning before an ellipsis, from right to left': `<p dir="rtl" style="width:20em;white-space:nowrap;text-overflow:ellipsis;overflow:hidden">${SEEN} מילים שכולם קוראים כאן בשורה הזאת ועוד הרבה מילים אחרות שאיש אינו רואה</p>`,
	'far to the side in a box that scrolls there': held(
		'width:200px;overflow:auto hidden',
		'width:100px;margin-left:900px',
	),
	'behind an open dialog that hides the rest from screen readers': `<main aria-hidden="true"><p>${SEEN}</p></main><div role="dialog" aria-modal="true" style="position:fixed;inset:40% 40%;background:#fff">Cookies?</div>`,
	'in a body that is fixed while a dialog is open': `<style>body{position:fixed;top:-200px;width:100%}</style><div style="height:3000px"></div><p>${SEEN}</p>`,
};
