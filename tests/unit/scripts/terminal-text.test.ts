import { expect, it } from 'vitest';
import { terminalText } from '../../../scripts/start/terminal-text.mjs';

it.each([
	['keeps words, lines and tabs', 'Да,\n\tit is 🙂 so.', 'Да,\n\tit is 🙂 so.'],
	['takes the power from escape sequences', '\u001b[2J\u001b]52;c;cm0=\u0007gone', '[2J]52;c;cm0=gone'],
	['knows the one-byte ones too', '\u009b31mred\u007f\r', '31mred'],
])('text for the terminal %s', (_, written, shown) => {
	expect(terminalText(written)).toBe(shown);
});
