import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const POLICY = {
	endpoints: [{ id: 'house', name: 'House', url: 'https://llm.example/v1', models: ['big'] }],
};

/** A browser that has just started, and tells its policies only when `tell` is called. */
async function startBrowser(hadPolicies: boolean | null, policies: object) {
	fakeBrowser.reset();
	vi.resetModules();
	if (hadPolicies !== null) await fakeBrowser.storage.local.set({ hadPolicies });
	let tell = (): void => undefined;
	const told = new Promise<void>((resolve) => {
		tell = resolve;
	});
	vi.spyOn(fakeBrowser.storage.managed, 'get').mockImplementation(() => told.then(() => ({ ...policies })));
	const { endpoints } = await import('../../../utils/settings/endpoints.ts');
	const names = async () => (await endpoints.getValue()).map((endpoint) => endpoint.name);
	return { endpoints, names, tell };
}

/**
 * Resolves to what the promise gives, or to this text where it waits for more than storage: the fake storage needs no
 * timer, so that all that waits for it alone is done before one runs.
 */
const soon = <T>(promise: Promise<T>) =>
	Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 0, 'still waiting'))]);

const remembered = async () => (await fakeBrowser.storage.local.get('hadPolicies')).hadPolicies;

describe('case 132: a browser that has just started and does not tell its policies yet', () => {
	beforeEach(() => () => void vi.restoreAllMocks());

	it('is waited for where it has never been asked', async () => {
		const { names, tell } = await startBrowser(null, POLICY);
		const read = names();
		expect(await soon(read)).toBe('still waiting');
		tell();
		expect(await read).toEqual(['House']);
		expect(await remembered()).toBe(true);
	});

	it('is waited for where it had policies, and remembers that they are gone', async () => {
		const { names, tell } = await startBrowser(true, {});
		const read = names();
		expect(await soon(read)).toBe('still waiting');
		tell();
		expect(await read).toEqual([]);
		await vi.waitFor(async () => expect(await remembered()).toBe(false));
	});

	it('is not waited for where it had none', async () => {
		const { names, tell } = await startBrowser(false, {});
		expect(await soon(names())).toEqual([]);
		tell();
		expect(await names()).toEqual([]);
	});

	it('lays over the settings what comes late, tells each watcher once, and is waited for the next time', async () => {
		const { endpoints, names, tell } = await startBrowser(false, POLICY);
		const seen = vi.fn();
		endpoints.watch(seen);
		expect(await soon(names())).toEqual([]);
		expect(await soon(names())).toEqual([]);
		tell();
		await vi.waitFor(() => expect(seen).toHaveBeenCalledWith([expect.objectContaining({ name: 'House' })]));
		expect(await names()).toEqual(['House']);
		expect(seen).toHaveBeenCalledTimes(1);
		expect(await remembered()).toBe(true);
	});
});
