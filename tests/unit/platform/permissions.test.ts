import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { originPattern, requestOrigin } from '../../../utils/platform/permissions.ts';

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

describe('asking for a server', () => {
	afterEach(() => vi.unstubAllEnvs());

	const DATA = { data_collection: ['websiteContent', 'personalCommunications'] };

	it.each([
		['Chromium', '', 'https://api.openai.com', {}],
		['Firefox', 'true', 'https://api.openai.com', DATA],
		['Firefox', 'true', 'http://192.168.1.20:1234', DATA],
		['Firefox', 'true', 'http://127.0.0.1:11434', {}],
	])('in %s names its origin and what leaves this computer (%s %s)', async (_, isFirefox, url, data) => {
		vi.stubEnv('FIREFOX', isFirefox);
		const request = vi.fn(async () => true);
		Object.assign(fakeBrowser.permissions, { request });
		const answer = requestOrigin(url);
		expect(request.mock.calls).toEqual([[{ origins: [originPattern(url)], ...data }]]);
		expect(await answer).toBe(true);
	});
});
