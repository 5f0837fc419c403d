import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { endpoints, findEndpoint, forgetQuirks, saveEndpoints } from '../../../utils/settings/endpoints.ts';
import { cleanKey } from '../../../utils/settings/input/clean-key.ts';
import type { ParsedEndpoint } from '../../../utils/settings/input/endpoint-input.ts';
import { parseModelList } from '../../../utils/settings/input/model-list.ts';
import {
	type ParsedPreferences,
	parsePreferencesInput,
} from '../../../utils/settings/input/preferences-input.ts';
import { watchKeys } from '../../../utils/settings/keys.ts';
import { type AllKnownModels, allKnownModels, knownModelsOf } from '../../../utils/settings/known-models.ts';
import type { Preferences } from '../../../utils/settings/preference-values.ts';
import { presetAt } from '../../../utils/settings/preset-search.ts';
import { presetName } from '../presets/preset-text.ts';
import { rowsToSave } from './edit-settings.ts';
import type { SettingsNotice } from './notice.ts';
import {
	areHeadersChanged,
	type EndpointRow,
	foundOf,
	type GeneralInput,
	isDraftChanged,
	isKeyChanged,
	isSamePlace,
	mapRow,
	parseRow,
	type SettingsDraft,
} from './settings-draft.ts';
import type { SettingsStore } from './settings-store.ts';
import { loadSettings, type SettingsChange, storeSettings } from './store-settings.ts';

function wordsOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/**
 * Reads the stored settings into the draft. The open endpoint stays open, and nothing that the user types meanwhile is
 * overwritten. Never rejects: if reading fails, the notice says why.
 */
export async function readSettings(store: SettingsStore): Promise<void> {
	const { draft } = store.getState();
	try {
		const loaded = await loadSettings();
		if (store.getState().draft !== draft) return;
		const openId = draft?.openId ?? null;
		const isThere = loaded.rows.some((row) => row.id === openId);
		store.set({ draft: { ...loaded, openId: isThere ? openId : null } });
	} catch (error) {
		store.set({ notice: { type: 'not-read', detail: wordsOf(error) } });
	}
}

/** Takes over what other windows store, as long as the user has changed nothing on this page. */
export function followStorage(store: SettingsStore): () => void {
	const follow = (): void => {
		const { draft } = store.getState();
		if (draft && !isDraftChanged(draft)) void readSettings(store);
	};
	const unwatchers = [endpoints.watch(follow), watchKeys(follow)];
	return () => {
		for (const unwatch of unwatchers) unwatch();
	};
}

/**
 * The row as it would be stored. Where no model is named, those that such servers usually have are taken, but not where
 * the server has told what it has: the user was shown its list, and has taken none of it.
 */
function parseToSave(row: EndpointRow, known: AllKnownModels): ParsedEndpoint {
	const parsed = parseRow(row);
	if (!parsed.ok || parseModelList(row.input.models).length > 0) return parsed;
	const isListed = knownModelsOf(known, parsed.endpoint).length > 0;
	return isListed ? { ok: false, problems: { models: 'models-none' } } : parsed;
}

/** The draft with its problems marked, and with the endpoint of the first problem open. Null if there is no problem. */
function markProblems(
	draft: SettingsDraft,
	preferences: ParsedPreferences,
	known: AllKnownModels,
): SettingsDraft | null {
	let marked = draft;
	for (const row of rowsToSave(draft).reverse()) {
		const parsed = parseToSave(row, known);
		if (parsed.ok) continue;
		marked = { ...mapRow(marked, row.id, () => ({ ...row, problems: parsed.problems })), openId: row.id };
	}
	if (!preferences.ok) {
		marked = { ...marked, general: { ...marked.general, problems: preferences.problems } };
	}
	return marked === draft ? null : marked;
}

/** The preferences that changed here. The others are left out: another window may have stored newer ones. */
function changedPreferences(saved: GeneralInput, next: Partial<Preferences>): Partial<Preferences> {
	const isChanged = ([name, value]: [string, unknown]) =>
		String(Reflect.get(saved, name) ?? '') !== String(value ?? '');
	return Object.fromEntries(Object.entries(next).filter(isChanged));
}

function changeOf(draft: SettingsDraft, preferences: ParsedPreferences & { ok: true }): SettingsChange {
	const { saved, input } = draft.general;
	const parsed = rowsToSave(draft).map((row) => ({
		...parseRow(row),
		isKeyChanged: isKeyChanged(row),
		areHeadersChanged: areHeadersChanged(row),
	}));
	return {
		saved: parsed.filter((row) => row.ok),
		deleted: [
			...draft.rows.flatMap(({ isDeleted, stored }) => (isDeleted && stored ? [stored] : [])),
			...draft.others.flatMap(({ isDeleted, endpoint }) => (isDeleted ? [endpoint] : [])),
		],
		preferences: changedPreferences(saved, { ...input, ...preferences.numbers }),
	};
}

const KEY_HEADER = /^(authorization|(x-)?(goog-)?api-key)$/i;

/** What is said of a server that is saved without the key that servers of its kind are known to need; null where none is. */
function keylessNotice(rows: readonly EndpointRow[]): SettingsNotice | null {
	for (const { input } of rows) {
		const preset = presetAt(input.url, input.name, presetName);
		// Others than the program that is known may listen at an address of this computer.
		const isCertain = preset?.place === 'cloud' || (preset && presetName(preset) === input.name);
		const hasHeader = input.headers?.some(({ name }) => KEY_HEADER.test(name.trim()));
		const isMissing = cleanKey(input.apiKey) === '' && !input.isKeyForgotten && !hasHeader;
		if (preset?.keyUrl && isCertain && isMissing)
			return { type: 'saved-keyless', name: input.name || presetName(preset) };
	}
	return null;
}

/**
 * Stores the whole draft, or nothing if a field is wrong; the notice says which. It never asks for a permission, since
 * a server whose CORS headers allow the extension needs none.
 */
export async function saveSettings(store: SettingsStore): Promise<void> {
	const { draft } = store.getState();
	if (!draft) return;
	const preferences = parsePreferencesInput(draft.general.input);
	const marked = markProblems(draft, preferences, await allKnownModels.getValue());
	if (store.getState().draft !== draft) return;
	if (marked || !preferences.ok) {
		store.set({ draft: marked ?? draft, notice: { type: 'incorrect', while: 'saving' } });
		return;
	}
	try {
		await storeSettings(changeOf(draft, preferences));
	} catch (error) {
		store.set({ notice: { type: 'not-stored', detail: wordsOf(error) } });
		return;
	}
	store.set({ notice: keylessNotice(rowsToSave(draft)) ?? { type: 'saved' } });
	if (store.getState().draft === draft) await readSettings(store);
}

/**
 * Keeps what a check has found out about a server: in the draft, to be saved with it. If the endpoint is stored with
 * this address, it is also stored at once, because it is no change of the user's.
 */
export async function saveFound(store: SettingsStore, found: ServerEndpoint): Promise<void> {
	const { id } = found;
	store.edit((draft) => mapRow(draft, id, (row) => ({ ...row, found })));
	try {
		const stored = await findEndpoint(id);
		if (stored?.kind !== 'server' || !isSamePlace(stored, found)) return;
		if (stored.isResumable === found.isResumable && stored.base === found.base) return;
		await saveEndpoints([{ ...stored, ...foundOf(found) }]);
	} catch (error) {
		store.set({ notice: { type: 'not-stored', detail: wordsOf(error) } });
	}
}

/** Forgets what a model was found to need. This happens at once, whatever else of the draft waits for Save. */
export async function forgetModel(store: SettingsStore, id: string, model: string): Promise<void> {
	try {
		await forgetQuirks(id, model);
	} catch (error) {
		store.set({ notice: { type: 'not-stored', detail: wordsOf(error) } });
		return;
	}
	const stored = await findEndpoint(id);
	if (stored?.kind !== 'server') return;
	store.edit((draft) => {
		const managed = draft.managed.map((row) => (row.endpoint.id === id ? { ...row, endpoint: stored } : row));
		return { ...mapRow(draft, id, (row) => ({ ...row, stored })), managed };
	});
}
