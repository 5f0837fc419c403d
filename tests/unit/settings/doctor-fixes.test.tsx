// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { FailureCode } from '../../../utils/lockchat/failure.ts';
import { openFirst, resetBrowser, SERVER } from './open-settings.tsx';

beforeEach(() => {
	resetBrowser();
	Object.assign(fakeBrowser.permissions, { contains: async () => true });
	Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '1.0.0' }) });
});

/** The open server's diagnosis, of a server that answers questions with this. */
async function diagnosed(refuses: FailureCode, models: string[] | FailureCode = []) {
	const page = await openFirst({ [SERVER]: { refuses, models } });
	await page.click('Diagnose');
	await act(() => vi.dynamicImportSettled());
	await vi.waitFor(() => expect(page.text()).toContain('Diagnosis finished'));
	await act(async () => undefined);
	return page;
}

describe('case 193: a step of the diagnosis that only the user can mend', () => {
	it.each<[FailureCode, string, string]>([
		['unauthorized', 'Enter key', 'API key'],
		['forbidden', 'Enter key', 'API key'],
		['model-not-found', 'Name another model', 'Models'],
		['not-found', 'Correct the address', 'Server URL'],
		['not-an-api', 'Correct the address', 'Server URL'],
	])('%s has the button “%s”, which leads to the field', async (code, name, field) => {
		const page = await diagnosed(code, code === 'model-not-found' ? [] : code);
		await page.click(name);
		expect(document.activeElement).toBe(page.box(field));
	});

	it('has a line to copy where nothing answers', async () => {
		const page = await openFirst();
		await page.click('Diagnose');
		await act(() => vi.dynamicImportSettled());
		await vi.waitFor(() => expect(document.querySelector('code')?.textContent).toBe(`curl -i ${SERVER}`));
		await page.type('Server URL', 'http://127.0.0.1:11434');
		await page.click('Diagnose');
		await vi.waitFor(() => expect(document.querySelector('code')?.textContent).toBe('ollama serve'));
	});
});
