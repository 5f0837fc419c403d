// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { rememberModels } from '../../../utils/settings/known-models.ts';
import { openFirst, openSettings, resetBrowser, SERVER, STORED } from './open-settings.tsx';

beforeEach(resetBrowser);

describe('case 190: none of the models that a server lists is chosen', () => {
	it.each<[string, (page: Awaited<ReturnType<typeof openFirst>>) => Promise<void>]>([
		['by “Take none”', (page) => page.click('Take none')],
		['by emptying the field', (page) => page.type('Models', ' ,\n')],
	])('%s → one is asked for, and nothing is stored by guess', async (_, takeNone) => {
		await rememberModels(STORED, [{ id: 'one' }, { id: 'two' }]);
		const page = await openFirst();
		await takeNone(page);
		await page.click('Save');
		expect(await endpoints.getValue()).toEqual([STORED]);
		expect(page.status()).toContain('Not saved yet');
		expect(page.text()).toContain('Choose at least one model above, or type a name.');
		expect(document.activeElement).toBe(page.box('Models'));

		await page.type('Models', 'mine');
		await page.click('Save');
		expect(page.status()).toBe('Saved');
		expect(await endpoints.getValue()).toMatchObject([{ models: ['mine'] }]);
	});

	it('of a new server at that address, too', async () => {
		await rememberModels(STORED, [{ id: 'one' }]);
		const page = await openSettings();
		await page.click('Add server');
		await page.type('Server URL', SERVER);
		await page.click('Save');
		expect(page.status()).toContain('Not saved yet');
		expect(await endpoints.getValue()).toEqual([]);
	});

	it('can still be tested, which fills the list in', async () => {
		await rememberModels(STORED, [{ id: 'one' }]);
		const page = await openFirst({ [SERVER]: { models: ['one', 'three'] } });
		await page.type('Models', '');
		await page.click('Test connection');
		expect(page.box('Models').value).toBe('one\nthree');
	});
});

describe('case 191: once a server is set up', () => {
	/** The fake of the browser has Firefox's panel. */
	const open = vi.fn(async () => undefined);
	beforeEach(() => {
		open.mockClear();
		Object.assign(fakeBrowser.sidebarAction, { open });
		Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 7 }) });
	});

	it('a save leads to a chat, and is no longer the main action', async () => {
		const page = await openFirst();
		expect(page.hasButton('Open chat')).toBe(false);
		await page.type('Models', 'one');
		await page.click('Save');
		expect(page.status()).toBe('Saved');
		const mains = [...document.querySelectorAll('button')].filter((one) => /bg-accent /.test(one.className));
		expect(mains.map(({ textContent }) => textContent)).toEqual(['Open chat']);
		await page.click('Open chat');
		expect(open).toHaveBeenCalledOnce();
	});

	it('so does a test of a saved one, until something is changed', async () => {
		const page = await openFirst({ [SERVER]: {} });
		await page.click('Test connection');
		expect(page.hasButton('Open chat')).toBe(true);
		await page.type('Models', 'other');
		expect(page.hasButton('Open chat')).toBe(false);
	});

	it('nothing leads there while there is nobody to ask', async () => {
		const page = await openSettings();
		await page.type('Response timeout (seconds)', '60');
		await page.click('Save');
		expect(page.status()).toBe('Saved');
		expect(page.hasButton('Open chat')).toBe(false);
	});
});
