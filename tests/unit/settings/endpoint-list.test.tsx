// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import { keyFor, setKey } from '../../../utils/settings/keys.ts';
import type { FakeServer } from './fake-client.ts';
import { openFirst, openSettings, permit, resetBrowser, STORED } from './open-settings.tsx';

beforeEach(resetBrowser);

describe('an endpoint', () => {
	it('goes when its deletion is saved, with its key, its rule and its permission', async () => {
		const { remove } = permit(true);
		await setKey('e1', 'sk-1');
		const { click } = await openFirst();
		await click('Delete');
		expect(await endpoints.getValue()).toEqual([STORED]);
		await click('Save');
		expect(await endpoints.getValue()).toEqual([]);
		expect(await keyFor('e1')).toBeUndefined();
		expect(remove.mock.calls).toEqual([[{ origins: ['http://127.0.0.1/*'] }]]);
	});

	it('comes back when its deletion is undone', async () => {
		const { click, hasButton } = await openFirst();
		await click('Delete');
		await click('Undo');
		expect(hasButton('First127.0.0.1:8976')).toBe(true);
		await click('Save');
		expect(await endpoints.getValue()).toEqual([STORED]);
	});

	it('keeps its permission while another one on that host needs it', async () => {
		const { remove } = permit(true);
		await endpoints.setValue([
			STORED,
			{ ...STORED, id: 'e2', name: 'Second', url: 'http://127.0.0.1:11434' },
		]);
		const { click, openRow } = await openSettings();
		await openRow('First');
		await click('Delete');
		await click('Save');
		expect(remove).not.toHaveBeenCalled();
	});

	it('is filled by a preset, but for the key', async () => {
		const { click, type, box } = await openSettings();
		await click('Add server');
		await type('API key', 'sk-1');
		await click('OpenAI');
		expect(box('Name').value).toBe('OpenAI');
		expect(box('Server URL').value).toBe('https://api.openai.com');
		expect(box('API key').value).toBe('sk-1');
	});

	it.each([
		['answers', { models: ['m'] }, 'It answers right now.'],
		['is silent', { models: 'unreachable' }, 'It does not answer right now.'],
		['is hidden by the browser', { models: 'permission-needed' }, 'only once you allow access'],
	] as const)('says that the public host is unencrypted, not ours, and %s', async (_, server, sentence) => {
		const { click, text } = await openSettings({
			'http://supertest.lockchat.app': { ...server } as FakeServer,
		});
		await click('Add server');
		await click('Public host');
		expect(text()).toContain('Not encrypted');
		expect(text()).toContain('Not run by this project');
		expect(text()).toContain(sentence);
	});

	it('left blank is not saved with the rest', async () => {
		const { click, openRow, type, status } = await openFirst();
		await click('Add server');
		await openRow('First');
		await type('Name', 'Renamed');
		await click('Save');
		expect(status()).toBe('Saved');
		expect((await endpoints.getValue()).map(({ name }) => name)).toEqual(['Renamed']);
	});
});
