import { Lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { closeInline } from '../../../components/markdown/read/close-inline.ts';
import { lexBlocks } from '../../../components/markdown/read/lex-blocks.ts';
import { isPlain, readInline } from '../../../components/markdown/read/read-inline.ts';
import { seededRandom } from '../../lockchat-server/seeded-random.mjs';
import { testSeed } from '../../test-seed.mjs';

const LINES = 5_000;
const PARTS = [
	...'ab Я的 \t1.)-=+#>*_~`|$\\[]()<&;:@!?/"\'{}^%,…\u00a0\u2028\ud83d\ude00',
	'  ',
	'www',
	'www.',
	'http://a.b',
	'a@b.c',
	'***',
	'---',
	'1. ',
	'- ',
	'&amp;',
	'<br>',
	'\\(',
	'$$',
];

/** Lines made of what means something to Markdown, and of what does not. */
function* lines(seed: number): Generator<string> {
	const random = seededRandom(seed);
	for (let count = 0; count < LINES; count += 1) {
		let line = '';
		while (line === '' || random() < 0.8) line += PARTS[Math.floor(random() * PARTS.length)];
		yield line;
	}
}

describe('the short ways', () => {
	it('take one line that begins with a letter for the paragraph that marked takes it for', () => {
		let taken = 0;
		for (const line of lines(testSeed)) {
			const source = `a${line}`;
			const [theirs, ...more] = new Lexer({ gfm: true }).blockTokens(source);
			expect(more).toEqual([]);
			expect(theirs).toMatchObject({ type: 'paragraph', raw: source, text: source });
			expect(lexBlocks(source).tokens).toEqual([
				{ type: 'paragraph', raw: source, text: source, tokens: [] },
			]);
			taken += 1;
		}
		expect(taken).toBe(LINES);
	});

	it('leave to the readers of marks whatever they would change', () => {
		const { getLexer } = lexBlocks('');
		let plain = 0;
		for (const line of lines(testSeed + 1)) {
			if (!isPlain(line)) continue;
			plain += 1;
			expect(readInline(line, { getLexer, isSettled: true })).toEqual({ content: [line], hasMath: false });
			// But for the space at its end, which comes back with what follows it.
			expect(closeInline(line).trimEnd()).toBe(line.trimEnd());
		}
		expect(plain).toBeGreaterThan(200);
	});
});
