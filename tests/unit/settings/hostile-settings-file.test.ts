import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { endpoints, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { importSettings } from '../../../utils/settings/file/import-settings.ts';
import { sealSecrets } from '../../../utils/settings/file/sealed-secrets.ts';
import { MAX_SETTINGS_BYTES, readSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { keyFor, setKey, storeHeaders } from '../../../utils/settings/keys.ts';
import { preferences } from '../../../utils/settings/preferences.ts';

const EVIL = 'http://evil.example';
const mine: ServerEndpoint = {
	kind: 'server',
	id: 'a',
	name: 'Mine',
	url: 'http://mine.example',
	models: ['m'],
	supportsStream: true,
	needsAuth: true,
};

async function take(content: object | string, passphrase?: string): Promise<string[]> {
	const text =
		typeof content === 'string' ? content : JSON.stringify({ lockchat: 'settings', version: 1, ...content });
	const lines = await importSettings(await readSettingsFile(new Blob([text])), passphrase);
	return lines.map(({ deed, name }) => `${deed} ${name}`.trim());
}

beforeEach(async () => {
	fakeBrowser.reset();
	await saveEndpoints([await storeHeaders({ ...mine, headers: { 'X-Team': 'red' } })]);
	await setKey('a', 'sk-mine');
});

/** The keys under which the servers at the hostile address would be asked. */
async function keysOfEvil(): Promise<(string | undefined)[]> {
	const evil = (await endpoints.getValue()).filter((one) => 'url' in one && one.url === EVIL);
	expect(evil).not.toHaveLength(0);
	return Promise.all(evil.map(({ id }) => keyFor(id)));
}

describe('case 131: a hostile file of settings', () => {
	it.each<[string, string | Blob, string]>([
		['no JSON', '{"lockchat":"settings",', 'not-json'],
		['another JSON', '[1]', 'not-settings'],
		['a file of chats', '{"format":"lockchat-chats","version":2,"chats":[]}', 'not-settings'],
		['a version that is no number', '{"lockchat":"settings","version":"1"}', 'not-settings'],
		['a newer version', '{"lockchat":"settings","version":2}', 'newer-version'],
		['one without end', new Blob(['x'.repeat(MAX_SETTINGS_BYTES + 1)]), 'too-large'],
	])('is refused by name: %s', async (_, content, code) => {
		await expect(readSettingsFile(new Blob([content]))).rejects.toMatchObject({ code });
	});

	it.each(['a', 'a headers', '__proto__', 'constructor', 'managed:a', ''])(
		'gets no key that is here, under the id “%s”',
		async (id) => {
			await take({ endpoints: [{ ...mine, id, url: EVIL }], preferences: {} });
			expect(await keysOfEvil()).toEqual([undefined]);
			expect((await endpoints.getValue()).find(({ id: own }) => own === 'a')).toMatchObject({
				url: mine.url,
			});
		},
	);

	it('gets no key of a server that is gone', async () => {
		await endpoints.setValue([]);
		await take({ endpoints: [{ ...mine, url: EVIL }], preferences: {} });
		expect(await keysOfEvil()).toEqual([undefined]);
	});

	it('gets no key that is under the passphrase and was given for another address', async () => {
		const text = JSON.stringify({ secrets: [{ id: 'b', url: 'http://b.example', key: 'sk-of-b' }] });
		const secrets = await sealSecrets(text, 'correct horse');
		const said = await take(
			{ endpoints: [{ ...mine, id: 'b', url: EVIL }], preferences: {}, secrets },
			'correct horse',
		);
		expect(said).toContain('key-elsewhere Mine');
		expect(await keysOfEvil()).toEqual([undefined]);
	});

	it('brings no values of headers, no forbidden headers, and no address that cannot be asked', async () => {
		const headers = { 'X-Own': 'smuggled', Cookie: 'a=b', 'bad name': 'x' };
		const said = await take({
			endpoints: [
				{ ...mine, id: 'b', url: EVIL, headers },
				{ ...mine, id: 'c', url: 'javascript:alert(1)' },
				{ ...mine, id: 'd', url: 'http://user:word@host.example' },
				null,
				'text',
				{ ...mine, id: 'e', url: 'http://big.example', name: 'x'.repeat(2_000_000) },
			],
			preferences: {},
		});
		expect(said.map((line) => line.split(' ')[0])).toEqual([
			'endpoint-added',
			'endpoint-address',
			'endpoint-address',
			'endpoint-unreadable',
			'endpoint-unreadable',
			'endpoint-unreadable',
		]);
		expect((await endpoints.getValue()).at(-1)).toMatchObject({ headers: { 'X-Own': '' } });
		expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('smuggled');
	});

	it('changes nothing that objects inherit', async () => {
		await take(
			`{"lockchat":"settings","version":1,"endpoints":[{"__proto__":{"polluted":1},"id":"b","url":"${EVIL}"}],
			"preferences":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":"x"}}`,
		);
		expect(Reflect.get({}, 'polluted')).toBeUndefined();
		const [, evil] = await endpoints.getValue();
		expect(Reflect.get(evil ?? {}, 'polluted')).toBeUndefined();
		expect(String(await preferences.getValue())).toBe('[object Object]');
	});

	it('is read as far as it goes, with a line for what is missing, broken or too much', async () => {
		expect(await take({})).toEqual(['endpoints-unreadable', 'preferences-unreadable']);
		const many = Array.from({ length: 1_005 }, (_, index) => ({
			id: `e${index}`,
			url: `http://e${index}.example`,
		}));
		expect((await take({ endpoints: many, secrets: 'x' })).slice(-3)).toEqual([
			'endpoint-many 5',
			'preferences-unreadable',
			'secrets-damaged',
		]);
		const busy = {
			kdf: 'PBKDF2-SHA-256',
			cipher: 'AES-256-GCM',
			iterations: 1e9,
			salt: '',
			iv: '',
			data: '',
			checksum: '',
		};
		await expect(take({ endpoints: [], secrets: busy }, 'correct horse')).rejects.toMatchObject({
			code: 'secrets-damaged',
		});
	});
});
