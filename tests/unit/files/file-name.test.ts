import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../utils/files/file-name.ts';

describe('case 240: the name of a file', () => {
	it.each([
		['notes.txt', 'notes.txt'],
		['Отчёт за май.csv', 'Отчёт за май.csv'],
		['../../etc/passwd', 'passwd'],
		['C:\\Users\\me\\a.txt', 'a.txt'],
		['invoice\u202efdp.exe', 'invoicefdp.exe'],
		['a\u200b\ufeff\u{e0041}b.txt', 'ab.txt'],
		['one\ntwo\t.md', 'one two .md'],
		['\u0000\u202e', ''],
		['half\ud800.txt', 'half.txt'],
	])('%j is shown and sent as %j', (name, shown) => {
		expect(fileNameOf(name)).toBe(shown);
	});

	it('loses its middle where it is long, and keeps its ending', () => {
		const shown = fileNameOf(`${'👋'.repeat(300)}.json`);
		expect(shown.length).toBeLessThanOrEqual(120);
		expect(shown).toMatch(/^👋+….json$/u);
		expect(fileNameOf(`a.${'b'.repeat(300)}`)).toHaveLength(120);
	});
});
