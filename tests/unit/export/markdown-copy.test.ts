// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { markdownPlain } from '../../../components/export/markdown-copy.ts';

it.each([
	['## Head\n\nSome **bold** and `code`, [a link](https://a.b).', 'Head\n\nSome bold and code, a link.'],
	['- one\n- two\n  - three', '• one\n• two\n  • three'],
	['3. c\n4. d', '3. c\n4. d'],
	['- [x] done\n- [ ] open', '• ☑ done\n• ☐ open'],
	['> quoted', 'quoted'],
	['```js\nlet a;\n```', 'let a;'],
	['| A | B |\n| - | - |\n| 1 | 2 |', 'A\tB\n1\t2'],
	['$x^2$ and <b>raw</b>', 'x^2 and <b>raw</b>'],
])('case 181: “%s” as plain text', (markdown, plain) => {
	expect(markdownPlain(markdown)).toBe(plain);
});
