import { describe, expect, it } from 'vitest';
import { safeUrl } from '../../../components/markdown/read/safe-url.ts';

describe('lets through', () => {
	it.each([
		['https://example.org/a?b=c#d', 'https://example.org/a?b=c#d'],
		['HTTP://EXAMPLE.org', 'http://example.org/'],
		[' https://example.org ', 'https://example.org/'],
		['https://example.org/a b', 'https://example.org/a%20b'],
		['https://пример.рф/', 'https://xn--e1afmkfd.xn--p1ai/'],
		['mailto:me@example.org', 'mailto:me@example.org'],
		['https:\\\\example.org', null],
		['https://example.org/a\\b', 'https://example.org/a%5Cb'],
	])('%j as %j', (text, href) => {
		expect(safeUrl(text)).toBe(href);
	});
});

describe('refuses', () => {
	it.each([
		'javascript:alert(1)',
		'JaVaScRiPt:alert(1)',
		'java\tscript:alert(1)',
		'java\nscript:alert(1)',
		'java\r\nscript:alert(1)',
		'java\0script:alert(1)',
		'\u0001javascript:alert(1)',
		'\u0085javascript:alert(1)',
		' \t\njavascript:alert(1)',
		'\u00A0javascript:alert(1)',
		'javascript&colon;alert(1)',
		'javascript:https://example.org',
		'vbscript:msgbox(1)',
		'data:text/html,<script>alert(1)</script>',
		'data:image/svg+xml;base64,PHN2Zz4=',
		'blob:https://example.org/1',
		'file:///etc/passwd',
		'filesystem:https://example.org/temporary/a',
		'chrome://settings',
		'chrome-extension://abc/options.html',
		'moz-extension://abc/options.html',
		'about:blank',
		'view-source:https://example.org',
		'ftp://example.org',
		'tel:123',
		'ws://example.org',
		'//example.org',
		'/path',
		'path',
		'../options.html',
		'#fragment',
		'?query',
		'',
		'https://',
		'https://exa mple.org',
		'http://[::1',
		'streamdown:incomplete-link',
		`https://example.org/${'x'.repeat(5000)}`,
	])('%j', (text) => {
		expect(safeUrl(text)).toBeNull();
	});
});
