import { isKnownKind } from '../providers/endpoint.ts';
import { type StoredEndpoint, storedEndpoints } from './endpoints.ts';
import { keyFor, withHeaders } from './keys.ts';
import type { SecretsOfEndpoint } from './merge-secrets.ts';
import { ownPreferences } from './preferences.ts';
import { sealSecrets } from './sealed-secrets.ts';
import { SETTINGS_FILE_VERSION, type SettingsFile } from './settings-file.ts';

/** The endpoint without the values of its headers, which an earlier version may have left in it. */
function withoutValues(endpoint: StoredEndpoint): StoredEndpoint {
	if (!('headers' in endpoint) || typeof endpoint.headers !== 'object') return endpoint;
	const names = Object.keys(endpoint.headers ?? {});
	return { ...endpoint, headers: Object.fromEntries(names.map((name) => [name, ''])) };
}

async function secretsOf(endpoint: StoredEndpoint): Promise<SecretsOfEndpoint[]> {
	if (!isKnownKind(endpoint.kind) || !('url' in endpoint)) return [];
	const { id, url } = endpoint;
	const key = await keyFor(id);
	const { headers = {} } = await withHeaders(endpoint);
	const filled = Object.entries(headers).filter(([, value]) => value !== '');
	if (key === undefined && filled.length === 0) return [];
	return [
		{
			id,
			url,
			...(key !== undefined && { key }),
			...(filled.length > 0 && { headers: Object.fromEntries(filled) }),
		},
	];
}

/**
 * Puts all settings into one file. Keys and values of headers come along only if a passphrase is given, and are
 * locked under it.
 */
export async function exportSettings(now: number, passphrase?: string): Promise<Blob> {
	const stored = await storedEndpoints();
	const file: SettingsFile = {
		lockchat: 'settings',
		version: SETTINGS_FILE_VERSION,
		exportedAt: new Date(now).toISOString(),
		endpoints: stored.map(withoutValues),
		preferences: { ...(await ownPreferences()) },
	};
	if (passphrase !== undefined) {
		const secrets = (await Promise.all(stored.map(secretsOf))).flat();
		file.secrets = await sealSecrets(JSON.stringify({ secrets }), passphrase);
	}
	return new Blob([`${JSON.stringify(file, null, '\t')}\n`], { type: 'application/json' });
}
