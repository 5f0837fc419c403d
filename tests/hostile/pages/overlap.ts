import { SECRET, SEEN } from './page.ts';

/** Fills the box around it. */
const ALL = 'position:absolute;inset:0';
const PHOTOGRAPH =
	'data:image/jpeg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAACAAIBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AIf/Z';

const around = (inside: string, style = ''): string =>
	`<div style="position:relative;${style}">${inside}</div>`;

/** Text that no reader sees for what is painted over it, or behind it in its own colour. */
export const covered: Readonly<Record<string, string>> = {
	'below a box that covers it': around(`<p>${SECRET}</p><div style="${ALL};background:#fff"></div>`),
	'below a box of a gradient': around(
		`<p>${SECRET}</p><div style="${ALL};background:#fff linear-gradient(#fff,#eee)"></div>`,
	),
	'below a photograph': around(
		`<p>${SECRET}</p><img alt="" src="${PHOTOGRAPH}" style="${ALL};width:100%;height:100%">`,
	),
	'below a box in the text itself': `<p style="position:relative">${SECRET}<span style="${ALL};background:#fff"></span></p>`,
	'below a box that comes before it, and stands higher': around(
		`<div style="${ALL};z-index:2;background:#fff"></div><p style="position:relative;z-index:1">${SECRET}</p>`,
	),
	'below a box, deep in what stands lower': around(
		`<div style="position:relative;z-index:0"><p style="position:relative;z-index:999">${SECRET}</p></div><div style="${ALL};z-index:1;background:#fff"></div>`,
	),
	'below the background of what is around it': `<section style="background:#fff"><p style="position:relative;z-index:-1">${SECRET}</p></section>`,
	'below a box with words of its own': around(
		`<p>${SECRET}</p><div style="${ALL};background:#024;color:#fff">Seen</div>`,
	),
	'below a box that is moved there': `<p>${SECRET}</p><div style="position:relative;top:-60px;height:60px;background:#fff"></div>`,
	'below what is generated after it': `<style>#a{position:relative}#a::after{content:"";${ALL};background:#fff}</style><p id="a">${SECRET}</p>`,
	'below what is generated before it': `<style>#a{position:relative}#a::before{content:"";${ALL};background:#fff}</style><div id="a"><p>${SECRET}</p></div>`,
	'below what is generated in a box beside it': `<style>#a{position:relative}#a i::after{content:"";${ALL};background:#fff}</style><div id="a"><p>${SECRET}</p><i></i></div>`,
	'below what is generated after what stands as high': `<style>#a{position:relative}#a::after{content:"";${ALL};background:#fff}</style><div id="a"><p style="position:relative">${SECRET}</p></div>`,
	'below what is generated in a shadow root': `<div><template shadowrootmode="open"><style>p{position:relative}p::after{content:"";${ALL};background:#fff}</style><p>${SECRET}</p></template></div>`,
	'below what is generated in a box that is moved': `<style>#a::after{content:"";${ALL};background:#fff}</style><div id="a" style="transform:translate(5px)"><p>${SECRET}</p></div>`,
	'below what is generated in a box that is larger': `<style>#a::after{content:"";${ALL};background:#fff}</style><div id="a" style="width:20em;transform:scale(1.5);transform-origin:0 0"><p>${SECRET}</p></div>`,
	'below what is generated with a padding': `<style>#a{position:relative}#a::after{content:"";position:absolute;left:0;top:0;padding:60px 400px;background:#fff}</style><p id="a">${SECRET}</p>`,
	'below what is generated, and put there by its own transform': `<style>#a{position:relative}#a::after{content:"";position:absolute;left:-100%;top:0;width:100%;height:100%;background:#fff;transform:translateX(100%)}</style><p id="a">${SECRET}</p>`,
	'below what is generated and stands higher': around(
		`<style>#a::after{content:"";${ALL};z-index:5;background:#fff}</style><p style="position:relative;z-index:1">${SECRET}</p><i id="a" style="${ALL}"></i>`,
	),
	'dark on what is generated before it': `<style>#a{position:relative}#a::before{content:"";${ALL};background:#000}</style><div id="a"><p style="position:relative;color:#000">${SECRET}</p></div>`,
	'dark on a dark box beside it': around(
		`<div style="${ALL};background:#000"></div><p style="position:relative;color:#000">${SECRET}</p>`,
	),
	'white on a box that does not reach it': around(
		`<div style="${ALL};bottom:50px;background:#000"></div><p style="position:relative;margin-top:80px;color:#fff">${SECRET}</p>`,
	),
	'white on a dark box below another': around(
		`<div style="${ALL};background:#000"></div><div style="${ALL};background:#fff"></div><p style="position:relative;color:#fff">${SECRET}</p>`,
	),
	'white, with generated content beside it': `<style>#a{position:relative;color:#fff}#a::before{content:"";position:absolute;left:-900px;width:500px;height:90px;background:#000}</style><p id="a">${SECRET}</p>`,
};

/** Text that a reader sees for what is painted behind it, or though something is painted at its place. */
export const uncovered: Readonly<Record<string, string>> = {
	'white on a dark box beside it': around(
		`<div style="${ALL};background:#024"></div><h2 style="position:relative;color:#fff">${SEEN}</h2>`,
	),
	'white on a gradient beside it, over a picture': around(
		`<div style="${ALL};background:url(/a.png)"></div><div style="${ALL};background:linear-gradient(rgba(0,0,0,.6),rgba(0,0,0,.3))"></div><h2 style="position:relative;color:#fff">${SEEN}</h2>`,
	),
	'white on generated content': `<style>#a{position:relative;color:#fff}#a::before{content:"";position:absolute;inset:0;z-index:-1;background:#024}</style><div id="a" style="z-index:0"><p>${SEEN}</p></div>`,
	'dark beside a dark band that is generated, and scrolled away': `<style>body::before{content:"";position:absolute;top:0;left:0;width:100%;height:400px;background:#111}main{position:relative;height:3000px;padding-top:900px;color:#111}</style><main><p>${SEEN}</p></main><script>addEventListener('load',()=>scrollTo(0,800))</script>`,
	'below the end of a box that scrolls, where something is generated': `<style>#a{position:relative;height:80px;overflow:auto}#a::after{content:"";${ALL};background:#fff}</style><div id="a"><div style="height:200px"></div><p>${SEEN}</p></div>`,
	'over what is generated before it': `<style>#a{position:relative}#a::before{content:"";${ALL};background:#eee}</style><div id="a"><p style="position:relative">${SEEN}</p></div>`,
	'below a link that fills its card': `<style>#a{position:relative}#a a::after{content:"";${ALL}}</style><div id="a"><p>${SEEN}</p><a href="/">More</a></div>`,
	'below what is generated and shown for a pointer only': `<style>#a{position:relative}#a::after{content:"";${ALL};background:#fff;opacity:0}</style><p id="a">${SEEN}</p>`,
	'below what is generated and slides in for a pointer': `<style>#a{position:relative;overflow:hidden}#a::after{content:"";${ALL};background:#fff;transform:translateX(-101%)}</style><p id="a">${SEEN}</p>`,
	'over a line that is generated below it': `<style>#a{position:relative}#a::after{content:"";position:absolute;left:0;right:0;bottom:0;height:2px;background:#024}</style><p id="a">${SEEN}</p>`,
	'below what is generated and not drawn': `<style>#a{position:relative}#a::after{content:"";${ALL};background:#fff;display:none}</style><p id="a">${SEEN}</p>`,
	'white on a box in it that stands lower': `<div style="position:relative;z-index:0;color:#fff">${SEEN}<span style="${ALL};z-index:-1;background:#024"></span></div>`,
	'white on what fills the window behind the page': `<div style="position:fixed;inset:0;z-index:-1;background:#024"></div><main><div><div><div><div style="height:2000px"></div><p style="color:#fff">${SEEN}</p></div></div></div></main>`,
	'white on what fills the window behind a long page, and comes last': `<main>${'<p>Words.</p>'.repeat(150)}<p style="color:#fff">${SEEN}</p></main><div style="position:fixed;inset:0;z-index:-1;background:#024"></div>`,
	'white on a box far out': around(
		`<div style="${ALL};background:#024"></div><div><div><div><div><div><h2 style="position:relative;color:#fff">${SEEN}</h2></div></div></div></div></div>`,
	),
	'white on a box in the same cell of a grid': `<div style="display:grid"><div style="grid-area:1/1;background:#024"></div><p style="grid-area:1/1;color:#fff">${SEEN}</p></div>`,
	'dark on a card over a dark box': around(
		`<div style="${ALL};background:#000"></div><div style="position:relative;background:#fff"><p>${SEEN}</p></div>`,
	),
	'over a box that comes after it': around(
		`<p style="position:relative;z-index:1">${SEEN}</p><div style="${ALL};background:#fff"></div>`,
	),
	'over a box, painted apart for its movement': around(
		`<div style="${ALL};background:#fff"></div><div style="transform:translateY(0)"><p>${SEEN}</p></div>`,
	),
	'in an item of a row that stands higher': around(
		`<div style="display:flex"><p style="z-index:1">${SEEN}</p></div><div style="${ALL};background:#fff"></div>`,
	),
	'below a box that is seen through': around(
		`<p>${SEEN}</p><div style="${ALL};background:rgba(255,255,255,.4)"></div>`,
	),
	'below a box that is not painted': around(
		`<p>${SEEN}</p><div style="${ALL};background:#fff;visibility:hidden"></div>`,
	),
	'below a picture with transparent parts': around(
		`<p>${SEEN}</p><img alt="" src="/a.png" style="${ALL};width:100%;height:100%">`,
	),
	'below the place of a photograph that is not there': around(
		`<p>${SEEN}</p><img alt="" src="/missing.jpg" style="${ALL};width:100%;height:100%">`,
	),
	'below a bar that stays while the page scrolls': `<div style="position:sticky;top:0;height:80px;background:#fff"></div><p style="position:relative;top:-60px;z-index:-1">${SEEN}</p>`,
	'below a bar that is fixed': `<p>${SEEN}</p><div style="position:fixed;inset:0;background:#fff">Cookies?</div>`,
	'below the head of a box that scrolls': around(
		`<div style="height:80px;overflow:auto"><p>${SEEN}</p><div style="height:900px"></div></div><div style="${ALL};background:#fff">Messages</div>`,
	),
	'below a dialog that is placed': around(
		`<p>${SEEN}</p><div role="dialog" style="${ALL};background:#fff">More</div>`,
	),
	'below a menu that is open': around(
		`<p>${SEEN}</p><ul role="menu" style="${ALL};background:#fff"><li>Open</li></ul>`,
	),
	'on the front of a card that turns': around(
		`<div style="${ALL};background:#fff;backface-visibility:hidden">${SEEN}</div><div style="${ALL};background:#eee;backface-visibility:hidden;transform:rotateY(180deg)">The back</div>`,
		'height:80px;transform-style:preserve-3d',
	),
	'half below a box': around(
		`<p style="width:8em;line-height:20px">Some words of this ${SEEN}</p><div style="${ALL};bottom:auto;height:20px;background:#fff"></div>`,
	),
};
