import type { AttackKind } from '../bait.ts';

/** Code whose fence, language or contents try to be more than text. */
export const fences: AttackKind = ({ url, script }) => ({
	'a language that is a tag': `\`\`\`<script>${script}</script>\nx\n\`\`\``,
	'a language with entities': `~~~&lt;img&#32;src=x&#32;onerror=${script}&gt;\nx\n~~~`,
	'a language that is a property': '```constructor\nx\n```\n\n```__proto__\nx\n```\n\n```toString\nx\n```',
	'a language that is a path': '```../../background.js\nx\n```',
	'a language that is an address': `\`\`\`${url}\nx\n\`\`\``,
	'a language of a thousand letters': `\`\`\`${'language'.repeat(125)}\nx\n\`\`\``,
	'a language with an override': '```js\u202Etxt\nx\n```',
	'a language with a null character': '```js\0\nx\n```',
	'a picture of HTML': `\`\`\`html\n<img src="${url}" onerror="${script}"><script>${script}</script>\n\`\`\``,
	'HTML that claims to be drawn': `\`\`\`html preview\n<iframe src="${url}"></iframe>\n\`\`\``,
	'a page to be run': `\`\`\`jsx live\nexport default () => <img src="${url}" onError={() => ${script}} />\n\`\`\``,
	'code of a string never closed': `\`\`\`js\nconst a = \`\${\`\${\`\${"</script><script>${script}</script>"\n\`\`\``,
	'XML of nothing but tags': `\`\`\`xml\n${'<a b="c">'.repeat(500)}\n\`\`\``,
	'a pattern that backtracks': `\`\`\`perl\n${'s/((a*)*)*b/'.repeat(60)}${'a'.repeat(2000)}\n\`\`\``,
	'brackets of a language of brackets': `\`\`\`lisp\n${'('.repeat(3000)}\n\`\`\``,
	'quotes of a shell': `\`\`\`bash\n${'"$(`\''.repeat(800)}\n\`\`\``,
	'Markdown in Markdown': `\`\`\`\`md\n\`\`\`html\n<script>${script}</script>\n\`\`\`\n![x](${url})\n\`\`\`\``,
	'code in a tag': `<pre><code class="hljs" onclick="${script}">x</code></pre>`,
	'code of spans': `\`<script>${script}</script>\` \`\`<img src=${url}>\`\` \`javascript:${script}\``,
	'code by indentation': `    <script>${script}</script>\n    <img src="${url}">`,
});
