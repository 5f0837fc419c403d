import { beforeEach, describe, expect, it } from 'vitest';
import { cutText, type FromPage, GrowingHtml } from '../../../utils/page/collect/page-messages.ts';

const long = (sign: string) => sign.repeat(300_000);

let posted: FromPage[];
let html: GrowingHtml;
beforeEach(() => {
	posted = [];
	html = new GrowingHtml((message) => posted.push(message));
});

/** What a window has in the end. */
const received = () =>
	posted.reduce(
		(all, message) => (message.type === 'anew' ? '' : message.type === 'html' ? all + message.html : all),
		'',
	);

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

	it('is one message at the end where it is short', () => {
		html.add('<p>');
		html.add('Short');
		expect(posted).toEqual([]);
		html.end();
		expect(posted).toEqual([{ type: 'html', html: '<p>Short' }]);
	});

	it('is no message where nothing is in it', () => {
		html.end();
		expect(posted).toEqual([]);
	});

	it('is posted while it grows, and comes whole', () => {
		html.add(long('é'));
		expect(posted).toHaveLength(2);
		html.add('the end');
		html.end();
		expect(posted).toHaveLength(3);
		expect(received()).toBe(`${long('é')}the end`);
	});
});

describe('case 338: a part that is taken back', () => {
	it('is not posted where that has not been done yet', () => {
		html.add('a');
		const hidden = html.add('b');
		html.add('c');
		html.takeBack(hidden);
		html.end();
		expect(posted).toEqual([{ type: 'html', html: 'ac' }]);
	});

	it('is missing in all that comes anew where it had been posted', () => {
		html.add('a');
		const hidden = html.add('b');
		html.add(long('c'));
		html.add('d');
		html.takeBack(hidden);
		html.end();
		expect(posted.filter(({ type }) => type === 'anew')).toHaveLength(1);
		expect(received()).toBe(`a${long('c')}d`);
	});
});
