import type { AttackKind } from '../bait.ts';

/** Attacks of the other kinds, written with character references and escapes. */
export const entities: AttackKind = ({ url, script }) => ({
	'a script in entities': `&lt;script&gt;${script}&lt;/script&gt;`,
	'a script in numbers': `&#60;script&#62;${script}&#60;/script&#62;`,
	'a script in hexadecimal numbers': `&#x3c;script&#x3E;${script}&#X3c;/script&#x3e;`,
	'a script in entities of entities': `&amp;lt;script&amp;gt;${script}&amp;lt;/script&amp;gt;`,
	'a script in entities without semicolons': `&ltscript&gt${script}&lt/script&gt`,
	'a script in escapes': `\\<script\\>${script}\\</script\\>`,
	'an image in entities': `&lt;img src=${url} onerror=${script}&gt;`,
	'an image whose brackets are entities': `&#33;&#91;x&#93;&#40;${url}&#41;`,
	'a link whose brackets are entities': `&lbrack;x&rbrack;&lpar;javascript:${script}&rpar;`,
	'a title in entities': `[x](https://example.org "&quot; onclick=&quot;${script}")`,
	'an address in entities': `[x](https://example.org/&quot;&#32;onclick&equals;&quot;${script})`,
	'numbers that are no characters': '&#0; &#xD800; &#xFFFE; &#x110000; &#99999999; &#x; &#;',
	'names that are no entities': '&constructor; &__proto__; &toString; &nosuchthing; &amp',
	'names of two characters': '&NotEqualTilde; &acE; &fjlig; &ThickSpace;',
	'names in a fence': `\`\`\`&lt;script&gt;\n&lt;script&gt;${script}&lt;/script&gt;\n\`\`\``,
	'percent signs': `%3Cscript%3E${script}%3C/script%3E`,
	'escapes of JavaScript': `\\u003cscript\\u003e${script} \\x3cscript\\x3e`,
	'UTF-7': '+ADw-script+AD4-canary=1+ADw-/script+AD4-',
});
