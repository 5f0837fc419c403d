/** Reads the settings for the settings page, and stores them. */

import { removeOriginRule } from '../../../utils/platform/origin-rule.ts';
import { dropOrigin, originPattern } from '../../../utils/platform/permissions.ts';
import { type Endpoint, whereTo } from '../../../utils/providers/endpoint.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { barPatterns } from '../../../utils/settings/bar.ts';
import {
	endpoints,
	findEndpoint,
	removeEndpoints,
	saveEndpoints,
} from '../../../utils/settings/endpoints.ts';
import { forget, keyFor, moveKeys, setKey, storeHeaders, withHeaders } from '../../../utils/settings/keys.ts';
import { forgetModels } from '../../../utils/settings/known-models.ts';
import { isManagedId, readManaged } from '../../../utils/settings/managed.ts';
import type { Preferences } from '../../../utils/settings/preference-values.ts';
import { preferences, savePreferences } from '../../../utils/settings/preferences.ts';
import { generalDraft, isSamePlace, type SettingsDraft, storedRow } from './settings-draft.ts';

export async function loadSettings(): Promise<Omit<SettingsDraft, 'openId'>> {
	const managed = await readManaged();
	const all = await endpoints.getValue();
	const stored = all.filter(({ id }) => !isManagedId(id));
	const rows = await Promise.all(
		stored
			.filter((endpoint) => endpoint.kind === 'server')
			.map(async (endpoint) => storedRow(await withHeaders(endpoint), await keyFor(endpoint.id))),
	);
	const others = stored
		.filter((endpoint) => endpoint.kind !== 'server')
		.map((endpoint) => ({ endpoint, isDeleted: false }));
	const ofManaged = all.filter(({ id }) => isManagedId(id));
	const managedRows = ofManaged.map(async (endpoint) => ({
		endpoint,
		apiKey: endpoint.id in managed.keys ? null : ((await keyFor(endpoint.id)) ?? ''),
	}));
	return {
		managed: await Promise.all(managedRows),
		locked: Object.keys(managed.preferences),
		rows,
		others,
		general: generalDraft(await preferences.getValue()),
	};
}

interface SavedServer {
	endpoint: ServerEndpoint;
	apiKey: string;
	/** False if the user left the key alone on this page. The stored key and its note then stay, whoever stored them. */
	isKeyChanged: boolean;
	/**
	 * Whether the user has changed the server's own headers on this page. If this is left out, they stay as they are
	 * stored.
	 */
	areHeadersChanged?: boolean;
}

export interface SettingsChange {
	saved: readonly SavedServer[];
	deleted: readonly Endpoint[];
	preferences: Partial<Preferences>;
}

/** Gives up a server's permission and rule if no other endpoint is on that server. The bar may still need the permission. */
async function letGo(deleted: Endpoint): Promise<void> {
	const origin = whereTo(deleted)?.origin ?? null;
	if (origin === null) return;
	const rest = (await endpoints.getValue()).flatMap((endpoint) => whereTo(endpoint)?.origin ?? []);
	if (!rest.includes(origin)) await removeOriginRule(origin);
	const { bar } = await preferences.getValue();
	const patterns = [...rest.map(originPattern), ...barPatterns(bar)];
	if (!patterns.includes(originPattern(origin))) await dropOrigin(origin);
}

/**
 * The server to be stored. If the user did not touch the key here, the stored server says whether one is needed. What
 * its models were found to need is always taken from the stored server, as long as the address is the same.
 */
async function withStoredNotes({ endpoint: edited, isKeyChanged }: SavedServer): Promise<ServerEndpoint> {
	const { quirks: _stale, ...endpoint } = edited;
	const stored = await findEndpoint(endpoint.id);
	if (stored?.kind !== 'server') return endpoint;
	const hasKey = stored.needsAuth || (await keyFor(endpoint.id)) !== undefined;
	return {
		...endpoint,
		...(!isKeyChanged && { needsAuth: hasKey }),
		...(stored.quirks && isSamePlace(stored, endpoint) && { quirks: stored.quirks }),
	};
}

/** The server without secrets. The values of its headers are stored elsewhere, if the user changed them here. */
async function withoutSecrets({ endpoint, areHeadersChanged }: SavedServer): Promise<ServerEndpoint> {
	if (areHeadersChanged) return storeHeaders(endpoint);
	const { headers: _values, ...rest } = endpoint;
	const stored = await findEndpoint(endpoint.id);
	return stored?.kind === 'server' && stored.headers ? { ...rest, headers: stored.headers } : rest;
}

/** Stores the settings; endpoints that another window has added meanwhile stay. Rejects if the browser refuses. */
export async function storeSettings(change: SettingsChange): Promise<void> {
	await savePreferences(change.preferences);
	await moveKeys(change.preferences.forgetKeysOnClose ?? (await preferences.getValue()).forgetKeysOnClose);
	const servers: ServerEndpoint[] = [];
	// One after the other, since each writes the whole record of secrets.
	for (const server of change.saved) {
		servers.push(await withStoredNotes({ ...server, endpoint: await withoutSecrets(server) }));
	}
	await saveEndpoints(servers);
	for (const { endpoint, apiKey, isKeyChanged } of change.saved) {
		if (isKeyChanged) await setKey(endpoint.id, apiKey);
	}
	await removeEndpoints(change.deleted.map(({ id }) => id));
	for (const endpoint of change.deleted) {
		await forget(endpoint.id);
		await letGo(endpoint);
		await forgetModels(endpoint, await endpoints.getValue());
	}
}
