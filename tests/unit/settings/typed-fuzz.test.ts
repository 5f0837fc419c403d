import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpointUrl, normalizeEndpointUrl } from '../../../utils/lockchat/address/endpoint-url.ts';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import { parsePreferencesInput } from '../../../utils/settings/input/preferences-input.ts';
import { parseServerUrl } from '../../../utils/settings/input/server-url.ts';

/** What addresses are made of, so that some of these are nearly ones. */
const piece = fc.oneof(
	fc.constantFrom('http:', 'https:', 'javascript:', 'data:', 'file:', 'blob:', 'ws:', 'chrome-extension:'),
	fc.constantFrom('/', '//', '\\', ':', '@', '?', '#', '.', '..', '%', '%00', '[', ']', '\t', '\n', '\u00a0'),
	fc.constantFrom('localhost', '127.0.0.1', '0.0.0.0', '[::1]', 'пример.рф', 'a.example', 'xn--', '0x7f.1'),
	fc.constantFrom('/v1', '/api', '/chat/completions', '/models', '/api/chat', ':443', ':99999', 'alert(1)'),
	fc.string({ maxLength: 4, unit: 'binary' }),
);
const typed = fc.oneof(
	fc.array(piece, { maxLength: 7 }).map((pieces) => pieces.join('')),
	fc.string({ unit: 'binary' }),
	fc.webUrl({ withFragments: true, withQueryParameters: true }),
);
const RUNS = { numRuns: 3_000 };

function isWeb(url: string): boolean {
	const { protocol, username, password } = new URL(url);
	return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}

/** The result of `make`; null if it refuses the text with an error of its own. */
function orRefusal<T>(make: () => T): T | null {
	try {
		return make();
	} catch (error) {
		if (error instanceof LockchatError) return null;
		throw error;
	}
}

describe('whatever is typed', () => {
	it('as a server’s URL, it is a web address or refused', () => {
		fc.assert(
			fc.property(typed, (text) => {
				const parsed = parseServerUrl(text);
				if (parsed.ok) expect(isWeb(parsed.url)).toBe(true);
			}),
			RUNS,
		);
	});

	it('as an endpoint’s address, it is a web address of one form or refused', () => {
		fc.assert(
			fc.property(typed, fc.constantFrom('chat/completions', 'models', 'stream'), (text, method) => {
				const address = orRefusal(() => normalizeEndpointUrl(text));
				const url = orRefusal(() => endpointUrl(text, method));
				if (address === null) expect(url).toBeNull();
				// An address that is used as it stands tells only where questions go, and not where anything else may be.
				const isAsItStands = address?.endsWith('#') ?? false;
				if (!isAsItStands || method === 'chat/completions') expect(url === null).toBe(address === null);
				if (address === null || url === null) return;
				expect(isWeb(address)).toBe(true);
				expect(isWeb(url.href)).toBe(true);
				expect(url.origin).toBe(new URL(address).origin);
				if (isAsItStands && method === 'chat/completions') expect(`${url.href}#`).toBe(address);
				else expect(url.pathname.endsWith(`/${method}`)).toBe(true);
			}),
			RUNS,
		);
	});

	it('as the preferences’ numbers, they are in their ranges or refused', () => {
		const number = fc.oneof(
			fc.string(),
			fc.double().map(String),
			fc.constantFrom('1e1', '0x10', '٣', '-0', '1,5', '1.', ' 12\n', '1e400', '2,0,0'),
		);
		fc.assert(
			fc.property(number, number, (temperature, stallSeconds) => {
				const parsed = parsePreferencesInput({ temperature, stallSeconds });
				if (!parsed.ok) {
					expect(Object.keys(parsed.problems).length).toBeGreaterThan(0);
					return;
				}
				const { numbers } = parsed;
				if (numbers.temperature === null) expect(temperature.trim()).toBe('');
				else expect(numbers.temperature >= 0 && numbers.temperature <= 2).toBe(true);
				expect(numbers.stallSeconds >= 10 && numbers.stallSeconds <= 3_600).toBe(true);
			}),
			RUNS,
		);
	});
});
