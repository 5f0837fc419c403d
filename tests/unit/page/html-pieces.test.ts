import { describe, expect, it } from 'vitest';
import { cutText, inPieces, pieceOf } from '../../../utils/page/collect/html-pieces.ts';

const page = (html: string) => ({ html, title: 'T', url: 'https://a.test/', taken: 1, shown: 1 });
const long = (sign: string) => sign.repeat(300_000);

function allOf({ html, id, pieces }: ReturnType<typeof inPieces>): string {
	const others = Array.from({ length: pieces - 1 }, (_, at) => pieceOf(id, at + 1));
	return [html, ...others].join('');
}

describe('case 320: a page on its way to the window', () => {
	it.each([
		['', ['']],
		['abc', ['ab', 'c']],
		['abcd', ['ab', 'cd']],
		['a😀b', ['a', '😀', 'b']],
		['😀😀', ['😀', '😀']],
	])('%j is cut between characters', (text, pieces) => {
		expect(cutText(text, 2)).toEqual(pieces);
	});

	it('half a character alone ends the cutting all the same', () => {
		expect(cutText('\uD83D\uD83D\uD83D', 2).join('')).toBe('\uD83D\uD83D\uD83D');
	});

	it('is one piece where it is short', () => {
		expect(inPieces(page('<p>Short'))).toMatchObject({ html: '<p>Short', pieces: 1, title: 'T' });
	});

	it('comes whole, each piece once', () => {
		const given = inPieces(page(long('é')));
		expect(given.pieces).toBe(3);
		expect(allOf(given)).toBe(long('é'));
		expect(pieceOf(given.id, 1)).toBeNull();
	});

	it('is another one for each window that reads it at the same time', () => {
		const [one, other] = [inPieces(page(long('a'))), inPieces(page(long('b')))];
		expect([allOf(other), allOf(one)]).toEqual([long('b'), long('a')]);
	});

	it('is forgotten where nobody takes it, after a few others', () => {
		const left = inPieces(page(long('a')));
		for (let n = 0; n < 3; n += 1) inPieces(page(long('b')));
		expect(pieceOf(left.id, 1)).toBeNull();
	});
});
