import '../components/fake-texts.ts';

import { afterEach, describe, expect, it } from 'vitest';
import { describeFailure } from '../../../components/ui/failure-text.ts';
import type { FailureCode } from '../../../utils/lockchat/failure.ts';
import { type Language, readLocale, setLanguage } from '../components/fake-texts.ts';

const PLACE = { host: '127.0.0.1:8976', model: 'gpt-4' };

/** Every failure the locale file has words for; the type demands that there is one for each code. */
const CODES = [...(await readLocale('en')).keys()]
	.flatMap((key) => /^failure\.(\w+)\.title$/.exec(key)?.[1] ?? [])
	.map((key) => key.replaceAll('_', '-') as FailureCode);

describe.each(['en', 'ru'] satisfies Language[])('a failure in %s', (language) => {
	afterEach(() => setLanguage('en'));

	it.each(CODES)('%s says what is wrong and what to do', (code) => {
		setLanguage(language);
		const { title, advice, detail } = describeFailure({ code }, PLACE);
		expect(title).not.toMatch(/[{}]|\.$/);
		expect(advice.length).toBeGreaterThan(10);
		expect(advice).not.toMatch(/[{}]/);
		expect(detail).toBeNull();
	});

	it('has words for all of them that differ', () => {
		setLanguage(language);
		const titles = CODES.map((code) => describeFailure({ code }, PLACE).title);
		expect(new Set(titles).size).toBe(CODES.length);
		expect(CODES.length).toBeGreaterThan(20);
	});
});

describe('a failure', () => {
	it('names the tokens of the browser’s own model, and the words of a server', () => {
		const tell = (detail: string) => describeFailure({ code: 'context-exceeded', detail }, PLACE).detail;
		expect(tell('9300 / 9216')).toBe('Tokens needed / available: 9300 / 9216');
		expect(tell('Too long.')).toBe('The server says: Too long.');
	});

	it('names the server, the status, the wait and what the server said', () => {
		const failure = {
			code: 'rate-limited',
			status: 429,
			retryAfterMs: 1500,
			detail: 'Slow <b>down</b>',
		} as const;
		expect(describeFailure(failure, PLACE)).toEqual({
			title: '127.0.0.1:8976 asks to slow down (429)',
			advice: expect.stringMatching(/Try again in 2 s\.$/),
			detail: 'The server says: Slow <b>down</b>',
		});
	});

	it.each([
		['wrong-protocol', 'http://nas:11434/v1', 'The right address is probably http://nas:11434/v1'],
		['header-invalid', 'X-Key', 'The header is named X-Key'],
		['internal', 'x is undefined', 'The error reads: x is undefined'],
		['unreachable', 'ECONNREFUSED', 'The error reads: ECONNREFUSED'],
		['bad-request', 'Too long.', 'The server says: Too long.'],
	] as const)(
		'that is %s puts nothing into the server’s mouth that it has not said',
		(code, detail, words) => {
			expect(describeFailure({ code, detail }, PLACE).detail).toBe(words);
		},
	);

	it('names the line that lets the extension into Ollama (case 31)', () => {
		const failure = { code: 'forbidden-origin', status: 403, detail: 'a hint of the client' } as const;
		const { advice, detail } = describeFailure(failure, PLACE);
		expect(advice).toContain('OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*');
		expect(detail).toBeNull();
	});
});
