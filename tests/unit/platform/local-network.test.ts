import { describe, expect, it } from 'vitest';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import { isLocalNetworkDenied, type QueryPermission } from '../../../utils/platform/local-network.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { createServerProvider } from '../../../utils/providers/server-provider.ts';

/** A browser that knows these permissions, in these states. */
function browserWith(states: Record<string, string>): QueryPermission {
	return async (name) => {
		const state = states[name];
		if (state === undefined) throw new TypeError(`'${name}' is not a valid enum value`);
		return { state };
	};
}

const OLDER = (state: string) => ({ 'local-network-access': state });
const NEWER = (loopback: string, local: string) => ({
	'loopback-network': loopback,
	'local-network': local,
	'local-network-access': 'prompt',
});

describe('case 94: the permission for the local network', () => {
	it.each([
		['loopback', OLDER('denied'), true],
		['private', OLDER('denied'), true],
		['public', OLDER('denied'), false],
		['loopback', OLDER('granted'), false],
		['loopback', OLDER('prompt'), false],
		['loopback', NEWER('denied', 'granted'), true],
		['private', NEWER('denied', 'granted'), false],
		['private', NEWER('prompt', 'denied'), true],
		['public', NEWER('denied', 'denied'), false],
		['loopback', {}, false],
		['private', {}, false],
	] as const)(
		'of a server in place %s, where the browser says %j: denied is %s',
		async (place, states, isDenied) => {
			expect(await isLocalNetworkDenied(place, browserWith(states))).toBe(isDenied);
		},
	);

	it('is no reason where the browser knows no permissions at all', async () => {
		const query = () => {
			throw new TypeError('navigator.permissions is undefined');
		};
		expect(await isLocalNetworkDenied('loopback', query)).toBe(false);
	});

	it.each([
		['http://127.0.0.1:1', 'denied', 'local-network-denied'],
		['http://localhost:1/v1', 'denied', 'local-network-denied'],
		['nas.local:1', 'denied', 'local-network-denied'],
		['https://api.example.com', 'denied', 'unreachable'],
		['http://127.0.0.1:1', 'granted', 'unreachable'],
		['http://127.0.0.1:1', 'prompt', 'unreachable'],
	])('explains why %s does not answer where it is %s: %s', async (url, state, code) => {
		const provider = createServerProvider({
			hasOrigin: async () => true,
			isLocalNetworkDenied: (place) => isLocalNetworkDenied(place, browserWith(OLDER(state))),
		});
		const failure = await provider.explain(new LockchatError('unreachable'), serverAt(url));
		expect(failure.code).toBe(code);
	});

	it('explains nothing that the server itself has said', async () => {
		const provider = createServerProvider({
			hasOrigin: async () => true,
			isLocalNetworkDenied: async () => true,
		});
		const failure = await provider.explain(
			new LockchatError('unauthorized', { status: 401 }),
			serverAt('http://127.0.0.1:1'),
		);
		expect(failure.code).toBe('unauthorized');
	});
});
