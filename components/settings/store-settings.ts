/** Reads the settings for the settings page, and stores them. */

import type { Endpoint } from '../../utils/lockchat/types.ts';
import { removeOriginRule } from '../../utils/platform/origin-rule.ts';
import { dropOrigin } from '../../utils/platform/permissions.ts';
import { endpoints, removeEndpoints, saveEndpoints } from '../../utils/settings/endpoints.ts';
import { forget, keyFor, moveKeys, setKey } from '../../utils/settings/keys.ts';
import { type Preferences, preferences, savePreferences } from '../../utils/settings/preferences.ts';
import { generalDraft, type SettingsDraft, storedRow } from './settings-draft.ts';

export async function loadSettings(): Promise<Omit<SettingsDraft, 'openId'>> {
	const stored = await endpoints.getValue();
	const rows = await Promise.all(
		stored.map(async (endpoint) => storedRow(endpoint, await keyFor(endpoint.id))),
	);
	return { rows, general: generalDraft(await preferences.getValue()) };
}

export interface SettingsChange {
	saved: readonly { endpoint: Endpoint; apiKey: string }[];
	deleted: readonly Endpoint[];
	preferences: Partial<Preferences>;
}

/** Gives up the permissions for a server when the last endpoint on that server is deleted. */
async function letGo(deleted: Endpoint): Promise<void> {
	const rest = (await endpoints.getValue())
		.filter(({ url }) => URL.canParse(url))
		.map(({ url }) => new URL(url));
	if (!URL.canParse(deleted.url)) return;
	const { origin, protocol, hostname } = new URL(deleted.url);
	if (!rest.some((url) => url.origin === origin)) await removeOriginRule(deleted.url);
	const isHostUsed = rest.some((url) => url.protocol === protocol && url.hostname === hostname);
	if (!isHostUsed) await dropOrigin(deleted.url);
}

/** Stores the settings; endpoints that another window has added meanwhile stay. Rejects if the browser refuses. */
export async function storeSettings(change: SettingsChange): Promise<void> {
	await savePreferences(change.preferences);
	await moveKeys(change.preferences.forgetKeysOnClose ?? (await preferences.getValue()).forgetKeysOnClose);
	await saveEndpoints(change.saved.map(({ endpoint }) => endpoint));
	for (const { endpoint, apiKey } of change.saved) await setKey(endpoint.id, apiKey);
	await removeEndpoints(change.deleted.map(({ id }) => id));
	for (const endpoint of change.deleted) {
		await forget(endpoint.id);
		await letGo(endpoint);
	}
}
