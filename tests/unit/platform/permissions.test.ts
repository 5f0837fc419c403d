import { describe, expect, it } from 'vitest';
import { originPattern } from '../../../utils/platform/permissions.ts';

describe("a server's match pattern", () => {
	it.each([
		['http://127.0.0.1:8976/v1', 'http://127.0.0.1/*'],
		['https://api.openai.com', 'https://api.openai.com/*'],
		['http://[::1]:8080', 'http://[::1]/*'],
		['https://x.azure.com/openai?api-version=1', 'https://x.azure.com/*'],
	])('of %s is %s', (url, pattern) => {
		expect(originPattern(url)).toBe(pattern);
	});
});
