/** What the user does to the draft. Nothing of it is stored before Save. */
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import type { EndpointInput } from '../../../utils/settings/input/endpoint-input.ts';
import { presetInput, type ServerFacts } from '../presets/preset-input.ts';
import {
	type EndpointRow,
	editGeneral,
	editRow,
	type GeneralInput,
	isRowChanged,
	mapRow,
	newRow,
	type SettingsDraft,
	storedRow,
} from './settings-draft.ts';
import type { SettingsStore } from './settings-store.ts';

export function openEndpoint({ edit }: SettingsStore, id: string | null): void {
	edit((draft) => ({ ...draft, openId: id }));
}

/** True for an endpoint that was added and not filled in. */
function isBlank(row: EndpointRow): boolean {
	return row.stored === null && row.saved === row.input;
}

/** Opens the blank endpoint, and adds one first if there is none. */
export function addEndpoint(store: SettingsStore): string {
	const blank = store.getState().draft?.rows.find(isBlank) ?? newRow(crypto.randomUUID());
	store.edit((draft) => ({
		...draft,
		rows: draft.rows.includes(blank) ? draft.rows : [...draft.rows, blank],
		openId: blank.id,
	}));
	store.set({ notice: null });
	return blank.id;
}

export function editEndpoint(store: SettingsStore, id: string, change: Partial<EndpointInput>): void {
	store.edit((draft) => mapRow(draft, id, (row) => editRow(row, change)));
	store.set({ notice: null });
}

/** Fills in the fields from a preset, except for the key. Headers that were typed for another server are removed. */
export function applyPreset(
	store: SettingsStore,
	id: string,
	{ name, ...server }: ServerFacts & { name: string },
): void {
	editEndpoint(store, id, presetInput(server, name));
}

/** Shows a server that was stored while this page is open, whatever else of the draft waits for Save. */
export function showStored({ edit }: SettingsStore, endpoint: ServerEndpoint, apiKey: string): void {
	edit((draft) =>
		draft.rows.some(({ id }) => id === endpoint.id)
			? draft
			: { ...draft, rows: [...draft.rows, storedRow(endpoint, apiKey)] },
	);
}

/**
 * Deletes an endpoint. One that was never saved is removed at once. A stored one is removed when the user saves, who
 * can undo that until then.
 */
export function deleteEndpoint({ edit, set }: SettingsStore, id: string): void {
	const remove = (draft: SettingsDraft) => ({
		...mapRow(draft, id, (row) => ({ ...row, isDeleted: true })),
		openId: null,
	});
	edit(remove);
	edit((draft) => ({ ...draft, rows: draft.rows.filter((row) => row.stored || !row.isDeleted) }));
	set({ notice: null });
}

export function undoDelete({ edit }: SettingsStore, id: string): void {
	edit((draft) => mapRow(draft, id, (row) => ({ ...row, isDeleted: false })));
}

/** Adds an endpoint without a form that has been stored from this page. */
export function addOther({ edit }: SettingsStore, endpoint: Endpoint): void {
	edit((draft) => ({ ...draft, others: [...draft.others, { endpoint, isDeleted: false }] }));
}

/** Marks an endpoint without a form to be deleted by the next save, or takes the mark back. */
export function deleteOther({ edit, set }: SettingsStore, id: string, isDeleted: boolean): void {
	edit((draft) => ({
		...draft,
		others: draft.others.map((row) => (row.endpoint.id === id ? { ...row, isDeleted } : row)),
	}));
	set({ notice: null });
}

/** Changes preferences. The notice of a connection test stays, because the test is not about preferences. */
export function editPreferences({ edit, set, getState }: SettingsStore, change: Partial<GeneralInput>): void {
	edit((draft) => ({ ...draft, general: editGeneral(draft.general, change) }));
	const type = getState().notice?.type;
	if (type === 'saved' || type === 'saved-keyless' || type === 'incorrect' || type === 'not-stored')
		set({ notice: null });
}

/** The rows that Save stores: all that changed, except a blank endpoint that the user has closed again. */
export function rowsToSave({ rows, openId }: SettingsDraft): EndpointRow[] {
	const isLeftBlank = (row: EndpointRow) => isBlank(row) && row.id !== openId;
	return rows.filter((row) => !row.isDeleted && isRowChanged(row) && !isLeftBlank(row));
}
