import { beforeEach, expect, it, vi } from 'vitest';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { createServerProvider, type HasOrigin } from '../../../utils/providers/server-provider.ts';

const probes: string[] = [];

const explainFailure = (error: unknown, url: string, hasOrigin: HasOrigin) =>
	createServerProvider({ hasOrigin }).explain(error, serverAt(url));

beforeEach(() => {
	probes.length = 0;
	vi.stubGlobal('fetch', async (url: string) => {
		probes.push(url);
		return Response.error();
	});
	return () => vi.unstubAllGlobals();
});

for (const url of ['http://127.0.0.1:8976/v1', '127.0.0.1:8976', 'http://127.0.0.1:8976/']) {
	it(`takes a server at ${url} that shows it is there for one the browser keeps from us`, async () => {
		const asked: string[] = [];
		const failure = await explainFailure(new LockchatError('unreachable'), url, async (address) => {
			asked.push(address);
			return false;
		});
		expect(failure.code).toBe('permission-needed');
		expect([...asked, ...probes].map((address) => new URL(address).origin)).toEqual([
			'http://127.0.0.1:8976',
			'http://127.0.0.1:8976',
		]);
	});
}

it('leaves a server unreachable that the extension has the permission for', async () => {
	const failure = await explainFailure(
		new LockchatError('unreachable'),
		'http://127.0.0.1:8976',
		async () => true,
	);
	expect(failure.code).toBe('unreachable');
	expect(probes).toEqual([]);
});
