// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import type { FakeServer } from './fake-client.ts';
import { openFirst, permit, resetBrowser, SERVER, STORED } from './open-settings.tsx';

beforeEach(resetBrowser);

describe('Test connection', () => {
	it('asks with what is typed, not with what is saved', async () => {
		const { click, type, client, status } = await openFirst({ 'http://nas:1': {} });
		await type('Server URL', 'nas:1');
		await type('API key', 'sk-2');
		await type('Models', 'three');
		await click('Test connection');
		expect(client.asked).toEqual([{ type: 'check', url: 'http://nas:1', model: 'three', apiKey: 'sk-2' }]);
		expect(status()).toContain('nas:1 works');
		expect(status()).toContain('Save to use it');
		expect(await endpoints.getValue()).toEqual([STORED]);
	});

	it("fills in the server's models where the field is empty", async () => {
		const { click, type, box } = await openFirst({ [SERVER]: { models: ['a', 'b'] } });
		await type('Models', '');
		await click('Test connection');
		expect(box('Models').value).toBe('a\nb');
	});

	it('leaves models the user typed alone, until he asks for the list', async () => {
		const { click, box, status } = await openFirst({ [SERVER]: { models: ['a', 'b'] } });
		await click('Test connection');
		expect(box('Models').value).toBe('one\ntwo');
		await click('Fetch models');
		expect(box('Models').value).toBe('a\nb');
		expect(status()).toContain('listed its models');
	});

	it.each([
		['unreachable', '127.0.0.1:8976 does not answer'],
		['unauthorized', '127.0.0.1:8976 did not accept the API key'],
		['not-an-api', '127.0.0.1:8976 answered with a page, not as an API'],
	] as const)('says in words what %s means', async (code, sentence) => {
		const { click, status } = await openFirst({ [SERVER]: { refuses: code } });
		await click('Test connection');
		expect(status()).toContain(sentence);
	});

	it('offers the models there are in place of one there is not', async () => {
		const refuses = (model: string) => (model === 'a' ? null : ('model-not-found' as const));
		const { click, box, status } = await openFirst({ [SERVER]: { models: ['a'], refuses } });
		await click('Test connection');
		expect(status()).toContain('has no model “one”');
		await click('Use the models this server has');
		expect(box('Models').value).toBe('a');
		expect(status()).toContain('127.0.0.1:8976 works');
	});

	it('asks for access in the click itself, and tests again once it is given', async () => {
		const server: FakeServer = { refuses: 'permission-needed' };
		const { click, button, status, client } = await openFirst({ [SERVER]: server });
		const { request } = permit(true);
		await click('Test connection');
		client.servers[SERVER] = {};
		await act(async () => {
			button('Allow access to 127.0.0.1:8976').click();
			// Nothing was awaited: the browser still sees the gesture.
			expect(request.mock.calls).toEqual([[{ origins: ['http://127.0.0.1/*'] }]]);
		});
		expect(status()).toContain('127.0.0.1:8976 works');
	});

	it('says so when access is not given', async () => {
		const { click, status } = await openFirst({ [SERVER]: { refuses: 'permission-needed' } });
		await click('Test connection');
		await click('Allow access to 127.0.0.1:8976');
		expect(status()).toContain('Access was not allowed');
	});

	it('mends a refused Origin with a rule for that server (case 31)', async () => {
		const { click, client, status, text } = await openFirst({ [SERVER]: { refuses: 'forbidden-origin' } });
		permit(true);
		await click('Test connection');
		expect(text().match(/OLLAMA_ORIGINS=chrome-extension:\/\/\*,moz-extension:\/\/\*/g)).toHaveLength(1);
		expect(status()).toContain('OLLAMA_ORIGINS');
		client.servers[SERVER] = {};
		await click('Leave out the Origin header');
		const update = vi.mocked(fakeBrowser.declarativeNetRequest.updateDynamicRules);
		expect(JSON.stringify(update.mock.calls)).toContain(`|${SERVER}/`);
		expect(status()).toContain('127.0.0.1:8976 works');
	});

	it('forgets an outcome that comes after the user typed on', async () => {
		const { click, type, status, client } = await openFirst();
		let answer = (): void => undefined;
		client.check = (_, model) =>
			new Promise((resolve) => {
				answer = () => resolve({ ok: true, model });
			});
		await click('Test connection');
		expect(status()).toContain('Testing 127.0.0.1:8976…');
		await type('Server URL', 'nas:1');
		answer();
		await click('Add server');
		expect(status()).toBe('');
	});
});
