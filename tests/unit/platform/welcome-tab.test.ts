import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcome } from '../../../utils/platform/welcome-tab.ts';

const create = vi.fn(async () => undefined);

beforeEach(() => {
	fakeBrowser.reset();
	create.mockReset();
	Object.assign(fakeBrowser.tabs, { create });
	Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://abcdef${path}` });
});

describe('case 138: the welcome', () => {
	it('opens in a tab after the installation', async () => {
		await welcome('install');
		expect(create.mock.calls).toEqual([[{ url: 'chrome-extension://abcdef/welcome.html' }]]);
	});

	it.each(['update', 'chrome_update', 'browser_update', 'shared_module_update'])(
		'does not open after “%s”',
		async (reason) => {
			await welcome(reason);
			expect(create).not.toHaveBeenCalled();
		},
	);

	it('does not open where an organization has set up servers', async () => {
		await fakeBrowser.storage.managed.set({ endpoints: [{ id: 'house', url: 'https://llm.example' }] });
		await welcome('install');
		expect(create).not.toHaveBeenCalled();
	});

	it('opens where an organization has set other things only', async () => {
		await fakeBrowser.storage.managed.set({ preferences: { systemPrompt: 'Ours.' } });
		await welcome('install');
		expect(create).toHaveBeenCalledOnce();
	});

	it('does not open where the user has settings already', async () => {
		await fakeBrowser.storage.local.set({ endpoints: [] });
		await welcome('install');
		expect(create).not.toHaveBeenCalled();
	});

	it('harms nothing where the browser has no window to open a tab in', async () => {
		const log = vi.spyOn(console, 'error').mockReturnValue();
		create.mockRejectedValue(new Error('No current window'));
		await welcome('install');
		expect(log).toHaveBeenCalled();
		log.mockRestore();
	});
});
