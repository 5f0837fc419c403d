import type { AttackKind } from '../bait.ts';

/** TeX that links, fetches, sets attributes, loops, grows, or covers the text beside it. */
export const tex: AttackKind = ({ url, script }) => ({
	'a link to a script': `$\\href{javascript:${script}}{x}$`,
	'a link': `$\\href{${url}}{x}$`,
	'an address': `$$\\url{${url}}$$`,
	'an address of a script': `$\\url{javascript:${script}}$`,
	'an image': `$\\includegraphics[width=9em]{${url}}$`,
	'a class': '$\\class{fixed inset-0 z-50 md-group}{x}$',
	'an id': '$\\id{root}{x} \\cssId{root}{x} \\htmlId{root}{x}$',
	'a style': `$\\style{position:fixed;inset:0;background:url(${url})}{x}$`,
	'a style of HTML': `$\\htmlStyle{background:url(${url})}{x}$`,
	'data of HTML': '$\\htmlData{foo=a, onclick=b}{x}$',
	'a class of HTML': '$\\htmlClass{md-group}{x}$',
	'a colour that is a style': `$\\color{red;background:url(${url})}x$`,
	'a colour from elsewhere': `$\\textcolor{url(${url})}{x}$`,
	'a box with a colour from elsewhere': `$\\colorbox{url(${url})}{x} \\fcolorbox{red}{url(${url})}{x}$`,
	'HTML in text': `$\\text{<img src="${url}" onerror=${script}>}$`,
	'HTML in an operator': `$\\operatorname{<script>${script}</script>}$`,
	'HTML in a label': `$$x \\tag{<img src="${url}" onerror=${script}>}$$`,
	'a label': '$$x \\label{root} \\tag{1}$$ and $\\ref{root}$',
	'a macro that calls itself': '$\\def\\a{\\a\\a}\\a$',
	'macros that double': `$${Array.from({ length: 26 }, (_, index) => letterMacro(index)).join('')}\\z$`,
	'a macro that eats its end': '$\\def\\x#1{#1\\x#1}\\x{y}$',
	'a macro for all': '$\\gdef\\frac{\\href{javascript:1}}$ and $\\frac{1}{2}$',
	'a let for all': '$\\global\\let\\sqrt\\def$ and $\\sqrt{2}$',
	'a rule without end': '$$\\rule{99999em}{99999em}$$',
	'a rule below': '$$\\rule[-9999em]{9999em}{9999em}$$',
	'a space without end': '$$x\\kern{9999999em}y \\hspace{-9999999em} \\hskip 999999pt$$',
	'a space upwards': '$$\\raisebox{9999em}{Send} \\raisebox{-9999em}{Send}$$',
	'a line apart without end': '$$\\begin{matrix} a \\\\[99999em] b \\end{matrix}$$',
	'words over others':
		'$\\llap{\\llap{\\llap{over the words before}}} \\rlap{over the words after} \\smash{x}$',
	'a phantom': '$\\phantom{\\text{hidden}} \\vphantom{\\rule{1em}{9999em}} \\hphantom{\\rule{9999em}{1em}}$',
	'a size without end': `$${'\\Huge '.repeat(50)}x$`,
	'braces without end': `$${'{'.repeat(500)}x${'}'.repeat(500)}$`,
	'fractions in fractions': `$$${'\\frac{1}{'.repeat(120)}x${'}'.repeat(120)}$$`,
	'roots in roots': `$$${'\\sqrt{'.repeat(160)}x${'}'.repeat(160)}$$`,
	'powers of powers': `$$x${'^{x'.repeat(200)}${'}'.repeat(200)}$$`,
	'delimiters in delimiters': `$$${'\\left('.repeat(120)}x${'\\right)'.repeat(120)}$$`,
	'matrices in matrices': `$$${'\\begin{matrix}a&'.repeat(40)}x${'\\end{matrix}'.repeat(40)}$$`,
	'a character by its number': `$\\char"0 \\char"D800 \\char"10FFFF \\char"202E abc$`,
	'a name that is a property': '$\\constructor \\__proto__ \\toString \\hasOwnProperty$',
	'an environment that is a property':
		'$$\\begin{constructor}x\\end{constructor}\\begin{__proto__}x\\end{__proto__}$$',
	'a special of old': '$\\special{html:<b>} \\write18{id} \\input{/etc/passwd} \\openout1=x$',
	'an emergency exit': '$\\unicode[serif]{x3c} \\require{html} \\mathchardef\\x=1 \\verb|<script>|$',
});

/** `\def\b{\a\a}`, `\def\c{\b\b}` and so on: thirty lines that are a billion letters. */
function letterMacro(index: number): string {
	const letter = String.fromCharCode(97 + index);
	const before = index === 0 ? 'xx' : `\\${String.fromCharCode(96 + index)}`.repeat(2);
	return `\\def\\${letter}{${before}}`;
}
