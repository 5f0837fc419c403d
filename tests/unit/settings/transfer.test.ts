import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { endpoints, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { exportSettings } from '../../../utils/settings/file/export-settings.ts';
import { importSettings } from '../../../utils/settings/file/import-settings.ts';
import { readSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { keyFor, setKey, storeHeaders, withHeaders } from '../../../utils/settings/keys.ts';
import { preferences, savePreferences } from '../../../utils/settings/preferences.ts';

const PASSPHRASE = 'correct horse';

function server(id: string, more: Partial<ServerEndpoint> = {}): ServerEndpoint {
	const url = `http://${id}.example`;
	return {
		kind: 'server',
		id,
		name: id,
		url,
		models: ['m'],
		supportsStream: true,
		needsAuth: false,
		...more,
	};
}

const fileOf = (content: unknown) => new Blob([JSON.stringify(content)]);
const settings = (more: object) => fileOf({ lockchat: 'settings', version: 1, ...more });

/** Imports, and gives what was done with what. */
async function take(file: Blob, passphrase?: string): Promise<string[]> {
	const lines = await importSettings(await readSettingsFile(file), passphrase);
	return lines.map(({ deed, name }) => `${deed} ${name}`.trim());
}

beforeEach(() => fakeBrowser.reset());

describe('case 130: settings that travel', () => {
	it('come back as they were in an empty browser, quirks, base, parameters and unknown fields with them', async () => {
		const own = server('a', {
			base: 'http://a.example/v1',
			quirks: { m: { without: ['temperature'] } },
			parameters: { temperature: 0.2 },
			...{ colour: 'red' },
		});
		await fakeBrowser.storage.local.set({ endpoints: [own, { kind: 'future', id: 'f', thing: [1] }] });
		await savePreferences({
			defaultEndpointId: 'a',
			defaultModel: 'm',
			systemPrompt: 'Be brief.',
			stallSeconds: 60,
		});
		const [file, before] = [await exportSettings(0), await fakeBrowser.storage.local.get()];
		fakeBrowser.reset();
		expect(await take(file)).toContain('endpoint-added a');
		const { endpoints: list, preferences: choices } = before;
		expect(await fakeBrowser.storage.local.get()).toMatchObject({ endpoints: list, preferences: choices });
		expect((await take(file)).filter((line) => !line.includes('-same') && !line.includes('-unset'))).toEqual(
			[],
		);
	});

	it('come back whatever they are', async () => {
		const text = fc.string({ maxLength: 20 });
		const record = fc.record({
			host: fc.stringMatching(/^[a-z]{1,8}$/),
			name: text.filter((name) => name !== ''),
			models: fc.uniqueArray(text, { maxLength: 4 }),
			quirks: fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), fc.record({ without: fc.array(text) })),
		});
		await fc.assert(
			fc.asyncProperty(fc.uniqueArray(record, { selector: ({ host }) => host }), async (given) => {
				fakeBrowser.reset();
				const all = given.map(({ host, ...more }, index) =>
					server(`e${index}`, { url: `http://${host}.test`, ...more }),
				);
				await endpoints.setValue(all);
				const file = await exportSettings(0);
				fakeBrowser.reset();
				await take(file);
				expect(await endpoints.getValue()).toEqual(all);
			}),
			{ numRuns: 50 },
		);
	});

	it('have no secret in the file without a passphrase, and none in clear with one', async () => {
		await saveEndpoints([
			await storeHeaders(server('a', { headers: { 'X-Team': 'sk-header' }, needsAuth: true })),
		]);
		await setKey('a', 'sk-secret');
		const plain = await (await exportSettings(0)).text();
		const locked = await (await exportSettings(0, PASSPHRASE)).text();
		for (const file of [plain, locked]) {
			expect(file).not.toContain('sk-');
			expect(file).not.toContain(PASSPHRASE);
		}
		expect(JSON.parse(locked).secrets.iterations).toBeGreaterThanOrEqual(600_000);
		expect(JSON.parse(plain).secrets).toBeUndefined();
	});

	it('bring keys and headers along with the passphrase, and say so without it', async () => {
		await saveEndpoints([await storeHeaders(server('a', { headers: { 'X-Team': 'red' }, needsAuth: true }))]);
		await setKey('a', 'sk-secret');
		const file = await exportSettings(0, PASSPHRASE);
		fakeBrowser.reset();
		expect(await take(file)).toContain('secrets-left');
		expect(await keyFor('a')).toBeUndefined();
		expect(await take(file, PASSPHRASE)).toEqual(
			expect.arrayContaining(['key-added a', 'header-added X-Team']),
		);
		expect(await keyFor('a')).toBe('sk-secret');
		const [here] = await endpoints.getValue();
		expect(here && (await withHeaders(here))).toMatchObject({ headers: { 'X-Team': 'red' } });
		expect(await take(file, PASSPHRASE)).toEqual(
			expect.arrayContaining(['key-same a', 'header-same X-Team']),
		);
	});

	it('tell a wrong passphrase from a damaged file, and change nothing then', async () => {
		await saveEndpoints([server('a')]);
		await setKey('a', 'sk-secret');
		const text = await (await exportSettings(0, PASSPHRASE)).text();
		fakeBrowser.reset();
		await expect(take(new Blob([text]), 'wrong horse')).rejects.toMatchObject({ code: 'passphrase' });
		const file = JSON.parse(text);
		const data = `${file.secrets.data.startsWith('A') ? 'B' : 'A'}${file.secrets.data.slice(1)}`;
		const damaged = fileOf({ ...file, secrets: { ...file.secrets, data } });
		await expect(take(damaged, PASSPHRASE)).rejects.toMatchObject({ code: 'secrets-damaged' });
		const unknown = fileOf({ ...file, secrets: { ...file.secrets, kdf: 'argon2id' } });
		await expect(take(unknown, PASSPHRASE)).rejects.toMatchObject({ code: 'secrets-unknown' });
		expect(await fakeBrowser.storage.local.get()).toEqual({});
		expect(await take(unknown)).toEqual(expect.arrayContaining(['endpoint-added a', 'secrets-unknown']));
	});
});

describe('case 130: an import', () => {
	it('updates the same server, by its id or its address, and loses nothing else', async () => {
		await endpoints.setValue([server('a', { models: ['old'] }), server('b'), server('other')]);
		const imported = [
			server('a', { name: 'A', models: ['new'] }),
			server('b2', { url: 'http://b.example', name: 'B', quirks: { m: { hasNewLimit: true } } }),
		];
		expect(await take(settings({ endpoints: imported, preferences: {} }))).toEqual([
			'endpoint-updated A',
			'endpoint-updated B',
		]);
		expect(await endpoints.getValue()).toEqual([
			server('a', { name: 'A', models: ['new', 'old'] }),
			server('b', { name: 'B', quirks: { m: { hasNewLimit: true } } }),
			server('other'),
		]);
	});

	it('never replaces a key by another one', async () => {
		await saveEndpoints([server('a')]);
		await setKey('a', 'sk-of-the-file');
		const file = await exportSettings(0, PASSPHRASE);
		await setKey('a', 'sk-of-here');
		expect(await take(file, PASSPHRASE)).toContain('key-other a');
		expect(await keyFor('a')).toBe('sk-of-here');
	});

	it('turns the default to the server as it is called here, and takes none that is nowhere', async () => {
		await endpoints.setValue([server('mine', { url: 'http://a.example' })]);
		const chosen = { defaultEndpointId: 'a', defaultModel: 'm' };
		await take(settings({ endpoints: [server('a')], preferences: chosen }));
		expect(await preferences.getValue()).toMatchObject({ defaultEndpointId: 'mine', defaultModel: 'm' });
		const lost = { defaultEndpointId: 'gone', defaultModel: 'x' };
		expect(await take(settings({ endpoints: [], preferences: lost }))).toEqual([
			'preference-endpoint defaultEndpointId',
		]);
		expect(await preferences.getValue()).toMatchObject({ defaultEndpointId: 'mine', defaultModel: 'm' });
	});

	it('takes no choice away, and has no key written to the disk', async () => {
		await savePreferences({ temperature: 0.5, forgetKeysOnClose: true });
		const file = settings({
			endpoints: [],
			preferences: { temperature: null, forgetKeysOnClose: false, stallSeconds: -1 },
		});
		expect(await take(file)).toEqual([
			'preference-unset temperature',
			'preference-safer forgetKeysOnClose',
			'preference-unreadable stallSeconds',
		]);
		expect(await preferences.getValue()).toMatchObject({
			temperature: 0.5,
			forgetKeysOnClose: true,
			stallSeconds: 120,
		});
	});
});
