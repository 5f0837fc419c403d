import { describe, expect, it } from 'vitest';
import { planChat } from '../../../utils/search/index/plan.ts';

const known = (row: number, messageId: string, updatedAt = 1) => ({ row, messageId, updatedAt });
const node = (id: string, updatedAt = 1) => ({ id, updatedAt });

describe('case 157: what brings the index of a chat up to date', () => {
	it.each([
		['nothing has happened', [known(1, 'a'), known(2, 'b')], [node('a'), node('b')], [], []],
		['a message came', [known(1, 'a')], [node('a'), node('b')], [], ['b']],
		['a message was deleted', [known(1, 'a'), known(2, 'b')], [node('a')], [2], []],
		['one was written again', [known(1, 'a', 1)], [node('a', 2)], [1], ['a']],
		['one was written again after the clock was set back', [known(1, 'a', 9)], [node('a', 2)], [1], ['a']],
		['one is there twice, as after a crash', [known(1, 'a'), known(2, 'a')], [node('a')], [2], []],
		['the chat is new', [], [node('a'), node('b')], [], ['a', 'b']],
		['the chat is gone', [known(1, 'a')], [], [1], []],
	])('%s', (_, before, nodes, removed, added) => expect(planChat(before, nodes)).toEqual({ removed, added }));
});
