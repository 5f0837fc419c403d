import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { serverAt } from '../../../utils/providers/server-endpoint.ts';
import { setContextLimit, watchContextLimit } from '../../../utils/settings/context-limits.ts';
import { rememberModels } from '../../../utils/settings/known-models.ts';

const SERVER = { ...serverAt('http://nas:1'), id: 'nas' };
const CHOICE = { endpointId: 'nas', model: 'm' };

/** What is heard of a model, the latest last. */
function watched(model = 'm', endpoint = SERVER) {
	const heard: unknown[] = [];
	const stop = watchContextLimit(endpoint, model, (limit) => heard.push(limit));
	return { heard, stop, until: (limit: unknown) => vi.waitFor(() => expect(heard.at(-1)).toEqual(limit)) };
}

beforeEach(() => fakeBrowser.reset());

describe('case 230: how much a model reads at once', () => {
	it('is what the user has typed, of that model at that server only, until it is emptied', async () => {
		const limit = watched();
		await limit.until(null);
		await setContextLimit(CHOICE, 8_192);
		await limit.until({ tokens: 8_192, isTold: false });
		await setContextLimit(CHOICE, 32_768);
		await limit.until({ tokens: 32_768, isTold: false });
		await watched('other').until(null);
		await watched('m', { ...SERVER, id: 'elsewhere' }).until(null);
		await setContextLimit(CHOICE, null);
		await limit.until(null);
	});

	it('is what the server tells, as soon as it tells it', async () => {
		await setContextLimit(CHOICE, 8_192);
		const limit = watched();
		await rememberModels(SERVER, [{ id: 'm', contextTokens: 4_096 }]);
		await limit.until({ tokens: 4_096, isTold: true });
		await rememberModels(SERVER, [{ id: 'm' }]);
		await limit.until({ tokens: 8_192, isTold: false });
	});

	it('is not heard of any more once the watch has ended', async () => {
		const { heard, stop } = watched();
		stop();
		await setContextLimit(CHOICE, 8_192);
		await watched().until({ tokens: 8_192, isTold: false });
		expect(heard).toEqual([]);
	});

	it('is read from what is stored as far as that is whole, the latest of many', async () => {
		const whole = { endpointId: 'nas', model: 'm', tokens: 100 };
		await fakeBrowser.storage.local.set({
			contextLimits: [
				null,
				'm',
				{ ...whole, tokens: 0 },
				{ ...whole, tokens: 1.5 },
				{ ...whole, tokens: '9' },
				whole,
			],
		});
		await watched().until({ tokens: 100, isTold: false });
		await fakeBrowser.storage.local.set({ contextLimits: 'broken' });
		await watched().until(null);
		const many = Array.from({ length: 500 }, (_, at) => ({ ...whole, model: `m${at}` }));
		await fakeBrowser.storage.local.set({ contextLimits: many });
		await setContextLimit(CHOICE, 200);
		await watched('m499').until(null);
		await watched('m498').until({ tokens: 100, isTold: false });
		await watched().until({ tokens: 200, isTold: false });
	});
});
