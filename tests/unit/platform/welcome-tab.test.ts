import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { welcome } from '../../../utils/platform/welcome-tab.ts';

const create = vi.fn(async () => undefined);
const nothing = async () => false;

beforeEach(() => {
	create.mockReset();
	Object.assign(fakeBrowser.tabs, { create });
	Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://abcdef${path}` });
});

describe('the welcome', () => {
	it('opens in a tab after the installation', async () => {
		await welcome('install', nothing);
		expect(create.mock.calls).toEqual([[{ url: 'chrome-extension://abcdef/welcome.html' }]]);
	});

	it.each(['update', 'chrome_update', 'browser_update', 'shared_module_update'])(
		'does not open after “%s”',
		async (reason) => {
			await welcome(reason, nothing);
			expect(create).not.toHaveBeenCalled();
		},
	);

	it('does not open where servers are set up already, as by a policy', async () => {
		await welcome('install', async () => true);
		expect(create).not.toHaveBeenCalled();
	});

	it('harms nothing where the browser has no window to open a tab in', async () => {
		const log = vi.spyOn(console, 'error').mockReturnValue();
		create.mockRejectedValue(new Error('No current window'));
		await welcome('install', nothing);
		expect(log).toHaveBeenCalled();
		log.mockRestore();
	});
});
