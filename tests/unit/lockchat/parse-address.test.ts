import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointUrl } from '../../../utils/lockchat/address/endpoint-url.ts';
import { hostKind } from '../../../utils/lockchat/address/host-kind.ts';
import { parseAddress } from '../../../utils/lockchat/address/parse-address.ts';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import { originPattern } from '../../../utils/platform/permissions.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { parseServerUrl } from '../../../utils/settings/input/server-url.ts';

/** Where the words of a question would be sent; null where the client refuses the address. */
function requestedOrigin(address: string): string | null {
	try {
		return endpointUrl(address, 'chat/completions').origin;
	} catch (error) {
		if (error instanceof LockchatError) return null;
		throw error;
	}
}

/** What the browser is asked a permission for, of an address as it is stored. */
const askedOrigin = (address: string) => whereTo(serverAt(address))?.origin ?? null;

const EVERY_ADDRESS_4 = [
	'0.0.0.0',
	'0',
	'000.0.0.0',
	'0x0',
	'0x0.0',
	'00000000000',
	'0.0',
	'[::ffff:0.0.0.0]',
];
const EVERY_ADDRESS_6 = ['[::]', '[::0]', '[0:0:0:0:0:0:0:0]', '[0000::0000]', '[::0.0.0.0]'];

describe('case 89: “every address”, which servers print and browsers refuse to connect to', () => {
	it.each([
		...EVERY_ADDRESS_4.map((host) => [host, '127.0.0.1'] as const),
		...EVERY_ADDRESS_6.map((host) => [host, '[::1]'] as const),
	])('written as %s is this computer for the permission and for the request', (host, expected) => {
		for (const address of [`http://${host}:8080`, `${host}:8080/v1`]) {
			const parsed = parseServerUrl(address);
			expect(parsed.ok && new URL(parsed.url).origin).toBe(`http://${expected}:8080`);
			// Also where it was stored as it was typed, by an earlier version.
			for (const stored of [address, parsed.ok ? parsed.url : '']) {
				expect(askedOrigin(stored)).toBe(`http://${expected}:8080`);
				expect(requestedOrigin(stored)).toBe(`http://${expected}:8080`);
			}
		}
	});
});

describe('the kind of a host', () => {
	it.each([
		['[::ffff:127.0.0.1]', 'loopback'],
		['[::ffff:192.168.1.2]', 'private'],
		['[::ffff:8.8.8.8]', 'public'],
		['localhost.', 'loopback'],
		['ollama.localhost', 'loopback'],
		['nas.local.', 'private'],
		['api.example.com.', 'public'],
	])('%s is %s', (host, kind) => {
		expect(hostKind(new URL(`http://${host}`).hostname)).toBe(kind);
	});
});

const scheme = fc.constantFrom(
	'',
	'',
	'http://',
	'https://',
	'HTTP://',
	'http:/',
	'https:',
	'//',
	'ftp://',
	'ws://',
);
const host = fc.oneof(
	fc.constantFrom(
		...EVERY_ADDRESS_4,
		...EVERY_ADDRESS_6,
		'localhost',
		'LOCALHOST.',
		'127.1',
		'0x7f.1',
		'2130706433',
	),
	fc.constantFrom(
		'[::1]',
		'[::ffff:127.0.0.1]',
		'[fd12::1]',
		'[2001:db8::1]',
		'10.0.0.1',
		'172.32.0.1',
		'8.8.8.8',
	),
	fc.constantFrom(
		'nas',
		'nas.local',
		'studio.lan',
		'api.example.com',
		'пример.рф',
		'a b',
		'me@host',
		'x:y@host',
		'',
	),
	fc.domain(),
	fc.ipV4(),
	fc.ipV6().map((address) => `[${address}]`),
);
const port = fc.constantFrom('', '', ':80', ':443', ':8080', ':11434', ':99999', ':x');
const path = fc.constantFrom(
	'',
	'/',
	'/v1',
	'//v1//',
	'/v1/chat/completions',
	'/api/chat',
	'?key=1',
	'#top',
	'\\x',
	'\t',
);

describe('whatever way an address is written', () => {
	it.each([
		['http://nas.local./v1', 'http://nas.local/v1'],
		['LOCALHOST.:8080', 'http://localhost:8080/'],
		['https://api.example.com.#top', 'https://api.example.com/#top'],
	])('%s has no dot at the end of its host', (typed, address) => {
		const parsed = parseAddress(typed);
		expect(parsed.ok && parsed.url.href).toBe(address);
	});

	it('the origin that the permission is asked for is the origin that is asked', { timeout: 60_000 }, () => {
		fc.assert(
			fc.property(fc.tuple(scheme, host, port, path), (parts) => {
				const typed = parts.join('');
				const parsed = parseServerUrl(typed);
				for (const address of parsed.ok ? [typed, parsed.url] : [typed]) {
					const requested = requestedOrigin(address);
					const asked = askedOrigin(address);
					// An address of another protocol is refused by the client alone; nothing is sent there.
					if (requested === null) continue;
					expect(asked).toBe(requested);
					expect(originPattern(asked ?? '')).toBe(originPattern(requested));
				}
				if (parsed.ok) expect(askedOrigin(parsed.url)).toBe(askedOrigin(typed));
				expect(askedOrigin(typed) !== null).toBe(parsed.ok);
			}),
			{ numRuns: 2_000 },
		);
	});
});
