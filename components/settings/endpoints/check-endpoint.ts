/** What the settings page asks an endpoint's server. It uses the values in the draft, not the saved ones. */

import { requestOrigin } from '../../../utils/platform/permissions.ts';
import { whereTo } from '../../../utils/providers/endpoint.ts';
import { parseModelList } from '../../../utils/settings/input/model-list.ts';
import { editEndpoint } from '../draft/edit-settings.ts';
import type { FailedNotice, SettingsNotice } from '../draft/notice.ts';
import { saveFound } from '../draft/save-settings.ts';
import { type EndpointRow, foundOf, isRowChanged, mapRow, parseRow } from '../draft/settings-draft.ts';
import type { SettingsStore } from '../draft/settings-store.ts';
import {
	type Candidate,
	type ConnectionClient,
	listModels,
	noModels,
	testConnection,
} from '../draft/test-connection.ts';

function findRow(store: SettingsStore, id: string): EndpointRow | undefined {
	return store.getState().draft?.rows.find((row) => row.id === id);
}

/** The endpoint as it is typed. Null when a field is wrong; the notice then says so. */
function candidateOf(store: SettingsStore, id: string): Candidate | null {
	const row = findRow(store, id);
	if (!row) return null;
	const parsed = parseRow(row);
	if (parsed.ok) return { ...parsed, isModelGuessed: parseModelList(row.input.models).length === 0 };
	store.edit((draft) => mapRow(draft, id, () => ({ ...row, problems: parsed.problems })));
	store.set({ notice: { type: 'incorrect', while: 'testing' } });
	return null;
}

/**
 * Says in the notice what goes on. The function that it returns, `isStale`, is true once the user has done something
 * else: then the outcome is not shown.
 */
function announce(store: SettingsStore, type: 'testing' | 'fetching', { endpoint }: Candidate) {
	const destination = whereTo(endpoint);
	const host = destination?.host ?? endpoint.name;
	const notice: SettingsNotice = { type, host };
	store.set({ notice });
	return { host, origin: destination?.origin ?? null, isStale: () => store.getState().notice !== notice };
}

function fillModels(store: SettingsStore, id: string, models: readonly string[]): void {
	editEndpoint(store, id, { models: models.join('\n') });
}

export async function testEndpoint(
	store: SettingsStore,
	client: ConnectionClient,
	id: string,
): Promise<void> {
	const candidate = candidateOf(store, id);
	if (!candidate) return;
	const { host, origin, isStale } = announce(store, 'testing', candidate);
	const tested = await testConnection(client, candidate);
	const { failure, model, models } = tested;
	if (isStale()) return;
	if (candidate.isModelGuessed && models) fillModels(store, id, models);
	const row = findRow(store, id);
	const isSaved = row !== undefined && !isRowChanged(row);
	store.set({
		notice: failure
			? { type: 'failed', rowId: id, origin, host, model, failure, models }
			: { type: 'works', host, model, isSaved },
	});
	const { endpoint } = candidate;
	if (failure === null && endpoint.kind === 'server') {
		await saveFound(store, { ...endpoint, ...foundOf(tested) });
	}
}

/** Fills the field "Models" with the server's own list. */
export async function fetchModels(store: SettingsStore, client: ConnectionClient, id: string): Promise<void> {
	const candidate = candidateOf(store, id);
	if (!candidate) return;
	const { host, origin, isStale } = announce(store, 'fetching', candidate);
	const result = await listModels(client, candidate);
	if (isStale()) return;
	if (!result.ok) {
		const { failure } = result;
		store.set({ notice: { type: 'failed', rowId: id, origin, host, model: '', failure, models: null } });
		return;
	}
	if (result.models.length > 0) {
		fillModels(store, id, result.models);
		store.set({ notice: { type: 'fetched', host } });
		return;
	}
	const failure = noModels(candidate.endpoint);
	// At servers other than Ollama, an empty list may only mean that the list is not shown.
	const isCertain = failure.detail !== undefined;
	store.set({
		notice: isCertain
			? { type: 'failed', rowId: id, origin, host, model: '', failure, models: null }
			: { type: 'fetched-none', host },
	});
}

/** Replaces a model that the server does not have by the server's own models, and tests again. */
export function takeListedModels(store: SettingsStore, client: ConnectionClient, failed: FailedNotice): void {
	if (!failed.models) return;
	fillModels(store, failed.rowId, failed.models);
	void testEndpoint(store, client, failed.rowId);
}

/**
 * Asks for the permission that the endpoint needs, then does `mend` and tests again. To be called straight from a
 * click, because the browser must be asked before anything else is awaited.
 */
export async function allowAndTest(
	store: SettingsStore,
	client: ConnectionClient,
	{ failed, mend }: { failed: FailedNotice; mend?: (origin: string) => Promise<void> },
): Promise<void> {
	const { origin } = failed;
	if (origin === null) return;
	const isAllowed = await requestOrigin(origin);
	if (!isAllowed) {
		store.set({ notice: { type: 'not-allowed' } });
		return;
	}
	await mend?.(origin);
	await testEndpoint(store, client, failed.rowId);
}
