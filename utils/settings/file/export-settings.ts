import { hideSecrets } from '../../lockchat/address/hidden-secrets.ts';
import { isKnownKind } from '../../providers/endpoint.ts';
import type { ServerEndpoint } from '../../providers/server-endpoint.ts';
import { actions, inOrder } from '../actions/actions.ts';
import { typedLimits } from '../context-limits.ts';
import { type StoredEndpoint, storedEndpoints } from '../endpoints.ts';
import { keyFor, withHeaders } from '../keys.ts';
import { isManagedId } from '../managed.ts';
import { favouriteModels } from '../picked-models.ts';
import { ownPreferences } from '../preferences.ts';
import { exportChoices } from './merge-choices.ts';
import type { SecretsOfEndpoint } from './merge-secrets.ts';
import { sealSecrets } from './sealed-secrets.ts';
import { SETTINGS_FILE_VERSION, type SettingsFile } from './settings-file.ts';

function isServer(endpoint: StoredEndpoint): endpoint is ServerEndpoint {
	return isKnownKind(endpoint.kind) && 'url' in endpoint;
}

/**
 * Without what looks like a key in its address or among its own parameters: `hidden` names it, so that an import can tell
 * what is missing.
 */
function withoutSecrets(endpoint: StoredEndpoint): StoredEndpoint {
	if (!isServer(endpoint)) return endpoint;
	const { endpoint: rest, hidden } = hideSecrets(endpoint);
	return hidden.length === 0 ? endpoint : { ...rest, ...{ hidden } };
}

/** Without the values of headers, wherever an earlier version may have left one. */
function withoutValues(endpoint: StoredEndpoint): StoredEndpoint {
	if (!('headers' in endpoint) || typeof endpoint.headers !== 'object') return endpoint;
	const names = Object.keys(endpoint.headers ?? {});
	return { ...endpoint, headers: Object.fromEntries(names.map((name) => [name, ''])) };
}

async function secretsOf(endpoint: StoredEndpoint): Promise<SecretsOfEndpoint[]> {
	if (!isServer(endpoint)) return [];
	const { id, url } = endpoint;
	const { hidden } = hideSecrets(endpoint);
	const { extra } = endpoint.parameters ?? {};
	const key = await keyFor(id);
	const { headers = {} } = await withHeaders(endpoint);
	const filled = Object.entries(headers).filter(([, value]) => value !== '');
	if (key === undefined && filled.length === 0 && hidden.length === 0) return [];
	return [
		{
			id,
			url,
			...(key !== undefined && { key }),
			...(filled.length > 0 && { headers: Object.fromEntries(filled) }),
			...(hidden.length > 0 && extra && { extra }),
		},
	];
}

/** What looks like a key and stands in no file in clear: the names, and the servers that have it. */
export async function hiddenSecrets(): Promise<{ name: string; of: string }[]> {
	const servers = (await storedEndpoints()).filter(isServer);
	return servers.flatMap((endpoint) =>
		hideSecrets(endpoint).hidden.map((name) => ({ name, of: endpoint.name })),
	);
}

/** All settings as one file. Keys and values of headers are in it only under a passphrase, where one is given. */
export async function exportSettings(now: number, passphrase?: string): Promise<Blob> {
	const stored = await storedEndpoints();
	const liked = await favouriteModels.getValue();
	const favourites = liked.filter(({ endpointId }) => !isManagedId(endpointId));
	const limits = (await typedLimits()).filter(({ endpointId }) => !isManagedId(endpointId));
	const { own, order } = await actions.getValue();
	const file: SettingsFile = {
		lockchat: 'settings',
		version: SETTINGS_FILE_VERSION,
		exportedAt: new Date(now).toISOString(),
		endpoints: stored.map(withoutValues).map(withoutSecrets),
		preferences: { ...(await ownPreferences()) },
		...(favourites.length > 0 && { favourites }),
		...(limits.length > 0 && { contextLimits: limits }),
		...(own.length > 0 && { prompts: inOrder(own, order) }),
		...(await exportChoices()),
	};
	if (passphrase !== undefined) {
		const secrets = (await Promise.all(stored.map(secretsOf))).flat();
		file.secrets = await sealSecrets(JSON.stringify({ secrets }), passphrase);
	}
	return new Blob([`${JSON.stringify(file, null, '\t')}\n`], { type: 'application/json' });
}
