import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MessageNode } from '../../../utils/chat/schema.ts';
import {
	descendantsOf,
	leafAfterDelete,
	newestLeafOf,
	newestLeafUnder,
	pathTo,
	versionsOf,
} from '../../../utils/chat/tree.ts';

/** `q1 > a1 a2 > q2` style trees are easier to read as a list of `id: parent`. The letter names the role. */
function tree(...edges: [id: string, parentId: string | null][]): MessageNode[] {
	return edges.map(([id, parentId], index) => ({
		id,
		parentId,
		role: id.startsWith('q') ? 'user' : 'assistant',
		createdAt: index,
		updatedAt: index,
	}));
}

const idsOf = (nodes: readonly MessageNode[]) => nodes.map((node) => node.id);

/** Two versions of the first question; the first one has two answers, and the first of those a second question. */
const branched = tree(
	['q1', null],
	['a1', 'q1'],
	['q2', 'a1'],
	['a2', 'q2'],
	['a1b', 'q1'],
	['q1b', null],
	['a1c', 'q1b'],
);

describe('the path to a leaf', () => {
	it.each([
		['a2', ['q1', 'a1', 'q2', 'a2']],
		['a1b', ['q1', 'a1b']],
		['q1b', ['q1b']],
		['gone', []],
		[null, []],
	])('to %s goes from the first question on', (leafId, path) => {
		expect(idsOf(pathTo(branched, leafId))).toEqual(path);
	});

	it('starts below a message that is missing', () => {
		expect(idsOf(pathTo(tree(['q2', 'gone'], ['a2', 'q2']), 'a2'))).toEqual(['q2', 'a2']);
	});

	it('walks a cycle once', () => {
		expect(idsOf(pathTo(tree(['q1', 'a1'], ['a1', 'q1']), 'a1'))).toEqual(['q1', 'a1']);
	});
});

describe('the versions of a message', () => {
	it.each([
		['q1', ['q1', 'q1b']],
		['a1b', ['a1', 'a1b']],
		['a2', ['a2']],
		['gone', []],
	])('of %s are its siblings in the order they were made', (id, versions) => {
		expect(versionsOf(branched, id)).toEqual(versions);
	});

	it('leaves out what follows the same message in another role', () => {
		expect(versionsOf(tree(['q1', null], ['a1', 'q1'], ['q2', 'q1']), 'a1')).toEqual(['a1']);
	});

	it('has a fixed order within one millisecond', () => {
		const [b, a] = tree(['q-b', null], ['q-a', null]).map((node) => ({ ...node, createdAt: 5 }));
		if (!a || !b) throw new Error('two nodes were made');
		expect(versionsOf([b, a], 'q-b')).toEqual(['q-a', 'q-b']);
		expect(versionsOf([a, b], 'q-b')).toEqual(['q-a', 'q-b']);
	});
});

describe('the newest leaf under a message', () => {
	it.each([
		['q1', 'a1b'],
		['a1', 'a2'],
		['q1b', 'a1c'],
		['a2', 'a2'],
		['gone', 'gone'],
	])('under %s is %s', (id, leaf) => {
		expect(newestLeafUnder(branched, id)).toBe(leaf);
	});
});

describe('the newest leaf of a chat', () => {
	it('is the end of its newest path', () => {
		expect(newestLeafOf(branched)).toBe('a1c');
		expect(newestLeafOf(tree(['q1', null]))).toBe('q1');
	});

	it('is none where there is no message, and any message where all stand in a circle', () => {
		expect(newestLeafOf([])).toBeNull();
		expect(['q1', 'a1']).toContain(newestLeafOf(tree(['q1', 'a1'], ['a1', 'q1'])));
	});
});

describe('the leaf after a deletion', () => {
	it.each([
		['stays when it is not touched', 'a1b', 'a2', 'a2'],
		['stays when the message is unknown', 'gone', 'a2', 'a2'],
		['goes to the version before', 'a1b', 'a1b', 'a2'],
		['goes to the version after when the first is deleted', 'a1', 'a2', 'a1b'],
		['goes to the question when its only answer is deleted', 'a2', 'a2', 'q2'],
		['goes to the answer before when the last question is deleted', 'q2', 'a2', 'a1'],
		['goes to the newest path of the other first question', 'q1', 'a2', 'a1c'],
	])('%s', (_, deletedId, leafId, leaf) => {
		expect(leafAfterDelete(branched, { deletedId, leafId })).toBe(leaf);
	});

	it('is the end of the version before the deleted one, and of the one after it where that was the first', () => {
		const nodes = tree(['q1', null], ['a1', 'q1'], ['a2', 'q1'], ['a3', 'q1']);
		expect(leafAfterDelete(nodes, { deletedId: 'a2', leafId: 'a2' })).toBe('a1');
		expect(leafAfterDelete(nodes, { deletedId: 'a1', leafId: 'a1' })).toBe('a2');
	});

	it('is null when nothing is left', () => {
		const nodes = tree(['q1', null], ['a1', 'q1']);
		expect(leafAfterDelete(nodes, { deletedId: 'q1', leafId: 'a1' })).toBeNull();
	});
});

describe('any nodes at all, with cycles, orphans and doubles', () => {
	const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g');
	const nodes = fc.array(
		fc.record<MessageNode>({
			id: ids,
			parentId: fc.option(ids),
			role: fc.constantFrom('user', 'assistant'),
			createdAt: fc.integer({ min: 0, max: 3 }),
			updatedAt: fc.constant(0),
		}),
		{ maxLength: 12 },
	);

	it('gives paths without repeats that end in the leaf and follow the parents', () => {
		fc.assert(
			fc.property(nodes, ids, (list, leafId) => {
				const path = pathTo(list, leafId);
				expect(new Set(idsOf(path)).size).toBe(path.length);
				expect(path.at(-1)?.id).toBe(list.some((node) => node.id === leafId) ? leafId : undefined);
				for (const [index, node] of path.slice(1).entries()) expect(node.parentId).toBe(path[index]?.id);
			}),
		);
	});

	it('gives each follower once, and the message stands on the path to each', () => {
		fc.assert(
			fc.property(nodes, ids, (list, id) => {
				const followers = descendantsOf(list, id);
				expect(new Set(followers).size).toBe(followers.length);
				expect(followers).not.toContain(id);
				for (const follower of followers) expect(idsOf(pathTo(list, follower))).toContain(id);
			}),
		);
	});

	it('shows a leaf that stands after any deletion', () => {
		fc.assert(
			fc.property(nodes, ids, (list, deletedId) => {
				const leafId = newestLeafUnder(list, deletedId);
				const left = leafAfterDelete(list, { deletedId, leafId });
				const isKnown = list.some((node) => node.id === deletedId);
				if (!isKnown) expect(left).toBe(leafId);
				else expect([deletedId, ...descendantsOf(list, deletedId)]).not.toContain(left);
			}),
		);
	});
});

it('walks a path of 100,000 messages without running out of stack', () => {
	const long = tree(
		...Array.from({ length: 100_000 }, (_, index): [string, string | null] => [
			`q${index}`,
			index === 0 ? null : `q${index - 1}`,
		]),
	);
	expect(pathTo(long, 'q99999')).toHaveLength(100_000);
	expect(descendantsOf(long, 'q0')).toHaveLength(99_999);
	expect(newestLeafUnder(long, 'q0')).toBe('q99999');
});
