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

	it.each([
		...[
			'localhost',
			'api.localhost',
			'LOCALHOST.',
			'localhost.localdomain',
			'ip6-localhost',
			'localhost6.localdomain6',
			'127.0.0.1',
			'127.1',
			'127.255.0.3',
			'2130706433',
			'0x7f.0.0.1',
			'0.0.0.0',
			'[::1]',
			'[0:0:0:0:0:0:0:1]',
			'[::]',
			'[::ffff:127.0.0.1]',
		].map((host) => [host, 'loopback-network']),
		...[
			'10.0.0.5',
			'172.16.0.1',
			'172.31.255.254',
			'192.168.1.5',
			'192.168.1.5.',
			'169.254.7.7',
			'100.64.0.1',
			'100.127.255.254',
			'198.18.0.9',
			'[fc00::1]',
			'[fd12:3456:789a::1]',
			'[fe80::1]',
			'[febf::1]',
			'[fec0::1]',
			'[::ffff:192.168.1.5]',
			'[::ffff:a9fe:1]',
			'nas',
			'nas.local',
			'NAS.Local.',
			'nas.lan',
			'nas.home.arpa',
			'nas.home',
			'gpu.corp',
			'gpu.internal',
			'gpu.intranet',
			'gpu.private',
			'gpu.localdomain',
		].map((host) => [host, 'local-network']),
	])('case 237: is what %s needs, by the name %s or the older one', async (host = '', name = '') => {
		const explainIn = async (states: Record<string, string>) => {
			const provider = createServerProvider({
				hasOrigin: async () => true,
				isLocalNetworkDenied: (place) => isLocalNetworkDenied(place, browserWith(states)),
			});
			const server = serverAt(`http://${host}:8080/v1`);
			return (await provider.explain(new LockchatError('unreachable'), server)).code;
		};
		const granted = { 'loopback-network': 'granted', 'local-network': 'granted' };
		expect(await explainIn({ ...granted, [name]: 'denied' })).toBe('local-network-denied');
		expect(await explainIn(granted)).toBe('unreachable');
		expect(await explainIn(OLDER('denied'))).toBe('local-network-denied');
	});

	it.each([
		'100.63.0.1',
		'100.128.0.1',
		'172.32.0.1',
		'192.169.0.1',
		'198.20.0.1',
		'169.253.0.1',
		'[2001:db8::1]',
		'[fb00::1]',
		'[ff02::1]',
		'local.example',
		'notlocalhost.com',
		'localhost.example.com',
		'home.example',
	])('case 237: is none of the reasons why %s does not answer', async (host) => {
		const provider = createServerProvider({
			hasOrigin: async () => true,
			isLocalNetworkDenied: (place) =>
				isLocalNetworkDenied(place, browserWith({ ...NEWER('denied', 'denied'), ...OLDER('denied') })),
		});
		const failure = await provider.explain(new LockchatError('unreachable'), serverAt(`http://${host}:8080`));
		expect(failure.code).toBe('unreachable');
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
