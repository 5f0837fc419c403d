import { describe, expect, it } from 'vitest';
import { barActions } from '../../../utils/bar/page/bar-items.ts';
import type { OfferedAction } from '../../../utils/bar/protocol.ts';

const one = (id: string, ...places: OfferedAction['places']): OfferedAction => ({ id, name: id, places });
const ALL = [
	one('a', 'selection'),
	one('page', 'page'),
	one('b', 'selection', 'editable'),
	one('c', 'editable'),
	one('d', 'selection'),
	one('e', 'selection'),
];
const ids = (actions: readonly OfferedAction[]) => actions.map(({ id }) => id).join('');

describe('the actions of the bar (case 272)', () => {
	it('are the first three for a selection in the user’s order, and the others behind “More”', () => {
		const { inBar, inMenu } = barActions(ALL, false);
		expect([ids(inBar), ids(inMenu)]).toEqual(['abd', 'e']);
	});

	it('are in a field those for fields first', () => {
		const { inBar, inMenu } = barActions(ALL, true);
		expect([ids(inBar), ids(inMenu)]).toEqual(['bca', 'de']);
	});

	it('may be none', () => expect(barActions([], true)).toEqual({ inBar: [], inMenu: [] }));
});
