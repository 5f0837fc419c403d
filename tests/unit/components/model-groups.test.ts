import { describe, expect, it } from 'vitest';
import { modelGroups } from '../../../components/chat/window/model-groups.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';

const server = (id: string, models: string[]): ServerEndpoint => ({
	kind: 'server',
	id,
	name: id.toUpperCase(),
	url: `http://${id}`,
	models,
	supportsStream: true,
	needsAuth: false,
});
const MANY = Array.from({ length: 20 }, (_, index) => `m${index}`);
const choice = (endpointId: string, model: string) => ({ endpointId, model });

function groupsOf(query: string, more: Partial<Parameters<typeof modelGroups>[1]> = {}) {
	const groups = modelGroups(query, {
		endpoints: [server('a', ['one', 'two']), server('b', ['two', 'three'])],
		knownOf: () => [],
		favourites: [],
		recent: [],
		current: choice('a', 'one'),
		canAdd: () => true,
		isAllowed: () => true,
		...more,
	});
	return groups.map((group) => ({
		group: 'endpointId' in group ? `${group.type} ${group.endpointId}` : group.type,
		models: group.entries.map(({ endpointId, model }) => `${endpointId}/${model}`),
	}));
}

describe('case 136: the list of models', () => {
	it('holds the servers in their order', () => {
		expect(groupsOf('')).toEqual([
			{ group: 'server a', models: ['a/one', 'a/two'] },
			{ group: 'server b', models: ['b/two', 'b/three'] },
		]);
	});

	it('begins with favourites, of one server each, and names no model twice', () => {
		const favourites = [choice('b', 'two'), choice('gone', 'x'), choice('a', 'gone')];
		expect(groupsOf('', { favourites })).toEqual([
			{ group: 'favourites', models: ['b/two'] },
			{ group: 'server a', models: ['a/one', 'a/two'] },
			{ group: 'server b', models: ['b/three'] },
		]);
	});

	it('has what was used recently after them where it is long', () => {
		const endpoints = [server('a', MANY)];
		const recent = [choice('a', 'm7'), choice('a', 'm3')];
		const [first, second] = groupsOf('', { endpoints, recent, current: choice('a', 'm3') });
		expect(first).toEqual({ group: 'recent', models: ['a/m3', 'a/m7'] });
		expect(second?.models).toHaveLength(18);
	});

	it.each([
		['three', ['b/three']],
		['THR ee', ['b/three']],
		['b two', ['b/two']],
	])('is searched by words of models and servers: %s', (query, found) => {
		expect(groupsOf(query, { canAdd: () => false }).flatMap(({ models }) => models)).toEqual(found);
	});

	it('offers what servers have besides, and the query as a name, only to who searches', () => {
		const knownOf = () => [{ id: 'two' }, { id: 'two-more' }];
		const canAdd = ({ id }: { id: string }) => id === 'b';
		expect(groupsOf('two', { knownOf, canAdd }).slice(2)).toEqual([
			{ group: 'unlisted b', models: ['b/two-more'] },
		]);
		expect(groupsOf('new', { current: choice('b', 'two') })).toEqual([
			{ group: 'typed', models: ['b/new', 'a/new'] },
		]);
	});

	it('holds what an organization allows, and no more', () => {
		const isAllowed = ({ endpointId }: { endpointId: string }) => endpointId === 'b';
		const favourites = [choice('a', 'one')];
		expect(groupsOf('', { isAllowed, favourites })).toEqual([
			{ group: 'server b', models: ['b/two', 'b/three'] },
		]);
	});

	it('takes names of any kind', () => {
		const endpoints = [server('__proto__', ['constructor', '["a","b"]', '__proto__'])];
		const favourites = [choice('__proto__', '__proto__')];
		expect(groupsOf('', { endpoints, favourites })).toEqual([
			{ group: 'favourites', models: ['__proto__/__proto__'] },
			{ group: 'server __proto__', models: ['__proto__/constructor', '__proto__/["a","b"]'] },
		]);
	});
});
