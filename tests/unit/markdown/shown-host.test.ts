import { describe, expect, it } from 'vitest';
import { shownHost } from '../../../components/markdown/read/safe-url.ts';

describe('shows no host beside a link whose text is honest', () => {
	it.each([
		['the notes', 'https://example.org/notes'],
		['https://example.org/notes', 'https://example.org/notes'],
		['example.org', 'https://www.example.org/'],
		['www.example.org', 'https://example.org/'],
		['example.org', 'https://docs.example.org/'],
		['EXAMPLE.org.', 'https://example.org/'],
		['index.html', 'https://example.org/index.html'],
		['package.json and utils.ts', 'https://example.org/'],
		['version 1.2.3', 'https://example.org/'],
		['me@example.org', 'mailto:me@example.org'],
		['e.g. this', 'https://example.org/'],
	])('%j to %j', (text, href) => {
		expect(shownHost(text, href)).toBeNull();
	});
});

describe('shows the real host beside a link whose text names another', () => {
	it.each([
		['paypal.com', 'https://evil.example/', 'evil.example'],
		['https://paypal.com/login', 'https://evil.example/paypal.com', 'evil.example'],
		['paypal.com', 'https://paypal.com.evil.example/', 'paypal.com.evil.example'],
		['docs.example.org', 'https://example.org/', 'example.org'],
		['log in at paypal.com now', 'https://evil.example/', 'evil.example'],
		['https://paypal.com@evil.example', 'https://paypal.com@evil.example/', 'evil.example'],
		['https://paypal.com\u2024evil', 'https://evil.example/', 'evil.example'],
		['README.md', 'https://evil.example/', 'evil.example'],
		['раураl.com', 'https://paypal.com/', 'paypal.com'],
	])('%j to %j', (text, href, host) => {
		expect(shownHost(text, href)).toBe(host);
	});

	it('and where the target is written in letters that look like others', () => {
		const href = new URL('https://раураl.com/').href;
		expect(shownHost('раураl.com', href)).toMatch(/^xn--/);
		expect(shownHost('the bank', href)).toMatch(/^xn--/);
		expect(shownHost(href, href)).toBeNull();
	});
});
