import { beforeEach, describe, expect, it } from 'vitest';
import { cutText, inPieces, type KeptPieces, takePiece } from '../../../utils/page/collect/html-pieces.ts';

const page = (html: string) => ({ html, title: 'T', url: 'https://a.test/', taken: 1, shown: 1 });
const long = (sign: string) => sign.repeat(300_000);

let kept: KeptPieces;
beforeEach(() => {
	kept = new Map();
});

const give = (html: string) => inPieces(page(html), kept);

function allOf({ html, id, pieces }: ReturnType<typeof give>): string {
	const others = Array.from({ length: pieces - 1 }, (_, at) => takePiece(kept, id, at + 1));
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
		expect(give('<p>Short')).toMatchObject({ html: '<p>Short', pieces: 1, title: 'T' });
	});

	it('comes whole, each piece once', () => {
		const given = give(long('é'));
		expect(given.pieces).toBe(3);
		expect(allOf(given)).toBe(long('é'));
		expect(takePiece(kept, given.id, 1)).toBeNull();
	});

	it('is another one for each window that reads it at the same time', () => {
		const [one, other] = [give(long('a')), give(long('b'))];
		expect([allOf(other), allOf(one)]).toEqual([long('b'), long('a')]);
		expect(kept.size).toBe(0);
	});

	it('is forgotten where nobody takes it, after a few others', () => {
		const left = give(long('a'));
		for (let n = 0; n < 3; n += 1) give(long('b'));
		expect(takePiece(kept, left.id, 1)).toBeNull();
	});
});
