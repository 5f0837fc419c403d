/** Letters and what is painted behind them, beside them and in them. */
import { picture, SECRET, SEEN } from './page.ts';

const styled = (text: string, style: string): string => `<p style="${style}">${text}</p>`;
const within = (body: string, style = ''): string => `<div style="position:relative;${style}">${body}</div>`;
/** A box that fills the positioned box around it. */
const box = (style: string): string => `<div style="position:absolute;inset:0;${style}"></div>`;
const inLetters = (gradient: string): string =>
	`position:relative;color:transparent;background:${gradient};background-clip:text;-webkit-background-clip:text`;
const deep = (levels: number, inner: string): string =>
	`${'<div>'.repeat(levels)}${inner}${'</div>'.repeat(levels)}`;

/** Text that nobody tells from what is behind it. */
export const faded: Readonly<Record<string, string>> = {
	'white outside of the dark box that it stands in': within(
		`<p style="position:absolute;top:60px;color:#fff">${SECRET}</p>`,
		'height:10px;background:#000',
	),
	'white that runs out of a dark line': `<div style="height:2px;background:#000;color:#fff"><p>${SECRET}</p></div>`,
	'white before a gradient of a line': styled(
		SECRET,
		'color:#fff;background:linear-gradient(#000,#000) 0 100%/100% 1px no-repeat',
	),
	'below a white gradient': within(`<p>${SECRET}</p>${box('background:linear-gradient(#fff,#fefefe)')}`),
	'without a colour, with a shadow far away': styled(SECRET, 'color:transparent;text-shadow:9999px 0 #000'),
	'white with a white shadow': styled(SECRET, 'color:#fff;text-shadow:1px 1px 1px #fff'),
	'a white gradient within the letters, over a white box': within(
		`${box('background:#fff')}<h2 style="${inLetters('linear-gradient(#fff,#fefefe)')}">${SECRET}</h2>`,
	),
	'a page in dark colours, with letters as dark': `<style>:root{color-scheme:dark}</style>${styled(SECRET, 'color:#131313')}`,
	'below a picture that cannot be loaded, with a white background': within(
		`<p>${SECRET}</p><img alt="" src="data:," style="position:absolute;inset:0;width:100%;height:100%;background:#fff">`,
	),
	'below a white box, after five hundred signs': `${'<img alt="" src="data:," style="position:relative">'.repeat(500)}${within(`<p>${SECRET}</p>${box('background:#fff')}`)}`,
	'below filters that are longer than anybody writes': styled(
		SECRET,
		`filter:opacity(0) ${'grayscale(0) '.repeat(50)}`,
	),
};

/** Text that is told from what is behind it, though a look at some of its colours would tell otherwise. */
export const legible: Readonly<Record<string, string>> = {
	'on a page in dark colours': `<style>:root{color-scheme:dark}</style><p>${SEEN}</p>`,
	'on a page in dark colours, by its head': `<meta name="color-scheme" content="dark"><p>${SEEN}</p>`,
	'underlined by a gradient': styled(
		SEEN,
		'color:#000;background:linear-gradient(#000,#000) 0 100%/100% 1px no-repeat',
	),
	'beside a bar that is a gradient': styled(
		SEEN,
		'color:#024;padding-left:9px;background:linear-gradient(#024,#024) no-repeat left/4px 100%',
	),
	'half before a gradient': styled(
		SEEN,
		'color:#024;width:200px;background:linear-gradient(#024,#024) no-repeat right/50% 100%',
	),
	'white with a dark outline': styled(SEEN, 'color:#fff;-webkit-text-stroke:1px #000'),
	'white with dark shadows around': styled(SEEN, 'color:#fff;text-shadow:-1px -1px 0 #000,1px 1px 0 #000'),
	'white with a dark shadow by a filter around it': `<div style="filter:drop-shadow(0 0 2px #000)">${styled(SEEN, 'color:#fff')}</div>`,
	'grey on grey, with its shadows': styled(
		SEEN,
		'background:#e0e0e0;color:#e0e0e0;text-shadow:2px 2px 4px #888',
	),
	'a white gradient within the letters, over a dark box': within(
		`${box('background:#024')}<h2 style="${inLetters('linear-gradient(90deg,#fff,#fff9)')}">${SEEN}</h2>`,
	),
	'a white outline without a filling, over a dark picture': within(
		`${picture('#024')}<p style="position:relative;color:transparent;-webkit-text-stroke:1px #fff">${SEEN}</p>`,
	),
	'marked within letters that are a gradient': `<h2 style="${inLetters('linear-gradient(#024,#420)')}"><span style="background-color:#ff05">${SEEN}</span></h2>`,
	'red on a grey that is as bright': styled(SEEN, 'background:#808080;color:#f00'),
	'orange on a grey that is as bright': styled(SEEN, 'background:#aaa;color:#ff8c00'),
	'below the dark circle that it belongs to': within(
		`<span style="position:absolute;top:44px;left:0;color:#333">${SEEN}</span>`,
		'width:40px;height:40px;border-radius:50%;background:#333;margin-bottom:40px',
	),
	'white on a dark box, ten elements deep': within(
		`${box('background:#024')}${deep(10, `<h2 style="position:relative;color:#fff">${SEEN}</h2>`)}`,
	),
	'white in a slot, over a dark picture of its shadow root': `<div><template shadowrootmode="open"><style>:host{display:block;position:relative}</style>${picture('#024')}<div style="position:relative"><slot></slot></div></template><h2 style="color:#fff">${SEEN}</h2></div>`,
	'white with a white line, over a dark box': within(
		`${box('background:#024')}<p style="position:relative;color:#000;-webkit-text-stroke:3px #fff">${SEEN}</p>`,
		'background:#fff',
	),
	'white on a picture, below a shade': within(
		`${picture('#456')}<h2 style="position:relative;color:#fff">${SEEN}</h2>${box('background:rgba(0,0,0,.5)')}`,
	),
	'before glass that is not there yet': `<style>.c{position:relative}.c::after{content:"";position:absolute;inset:0;backdrop-filter:blur(10px);opacity:0}</style><div class="c"><p>${SEEN}</p></div>`,
	'behind glass in a group of its own': within(
		`<p>${SEEN}</p><div style="position:absolute;inset:0;filter:drop-shadow(0 0 2px #000)">${box('backdrop-filter:blur(20px)')}</div>`,
	),
	'below grain': `<style>body{background:#fff}</style>${within(`<p>${SEEN}</p>${box('mix-blend-mode:screen')}`)}`,
	'in a card, multiplied, below its link': `<style>body{background:#fff}</style><div style="mix-blend-mode:multiply">${within(`<p>${SEEN}</p><a href="/" style="position:absolute;inset:0"></a>`)}</div>`,
	'a gradient within letters that are multiplied': `<style>body{background:#fff}</style><div style="mix-blend-mode:multiply"><h2 style="${inLetters('linear-gradient(#024,#420)')}">${SEEN}</h2></div>`,
	'white, the difference from a dark box beside it': `<style>body{background:#fff}</style>${within(`${box('background:#000')}<h2 style="position:relative;color:#fff;mix-blend-mode:difference">${SEEN}</h2>`)}`,
	'filtered without a box to be filtered': `<div style="display:contents;filter:invert(1)"><p>${SEEN}</p></div>`,
	'a first line in white on black': `<style>.f::first-line{color:#fff;background:#000}</style><p class="f">${SEEN}</p>`,
	'a first line in white, over a dark picture': `<style>.f::first-line{color:#fff}</style>${within(`${picture('#024')}<p class="f" style="position:relative">${SEEN}</p>`)}`,
	'a sign above a first line that nobody sees': `<style>.f::first-line{color:transparent}</style><div class="f" style="position:relative;padding-top:30px"><span style="position:absolute;top:0;color:#020202">${SEEN}</span>Words.</div>`,
	'below a picture with a hole': within(
		`<p style="margin:0">${SEEN}</p><img alt="" style="position:absolute;inset:0;width:100%;height:100%" src="data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="100"><path fill="#fff" d="M0 40h400v60H0z"/></svg>')}">`,
	),
	'white on dark, faded in': `<style>@keyframes in{from{opacity:.5}to{opacity:1}}</style>${within(`${box('background:#222')}<div style="animation:in 1ms both;color:#fff">${SEEN}</div>`)}`,
	'white on dark, in a space of its own': within(
		`${box('background:#024')}<div style="transform-style:preserve-3d;color:#fff">${SEEN}</div>`,
	),
	'white on dark, in a part that is drawn when it is near': within(
		`${box('background:#024')}<div style="content-visibility:auto;color:#fff">${SEEN}</div>`,
	),
	'white across dark boxes that stand side by side': within(
		`<div style="display:flex;height:60px">${'<div style="flex:1;background:#024"></div>'.repeat(3)}</div><h1 style="position:absolute;inset:0;margin:0;color:#fff;text-align:center;font-size:40px">${SEEN}</h1>`,
		'width:300px',
	),
	'white on a small gradient that repeats': styled(
		SEEN,
		'color:#fff;background:linear-gradient(45deg,#222 25%,#333 25%) 0 0/4px 4px',
	),
	'white on what a popover lays over the page': `<style>[popover]{background:none;border:0;color:#fff}[popover]::backdrop{background:#000e}</style><div popover>${SEEN}</div><script>document.querySelector('[popover]').showPopover()</script>`,
	'beside a round cover': within(
		`<p style="margin:0;font-size:9px">${SEEN}</p>${box('border-radius:50%;background:#fff')}`,
		'height:150px',
	),
	'beside a cover that is turned': within(
		`<p style="margin:100px 0 0 80px;font-size:11px">${SEEN}</p><div style="position:absolute;top:30px;left:-70px;width:260px;height:26px;background:#c00;transform:rotate(-45deg)"></div>`,
		'overflow:hidden;width:300px;height:160px',
	),
};
