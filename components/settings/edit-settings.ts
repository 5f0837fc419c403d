/** What the user does to the draft. Nothing of it is stored before he saves. */
import type { EndpointInput } from '../../utils/settings/endpoint-input.ts';
import type { Preset } from '../../utils/settings/presets.ts';
import {
	type EndpointRow,
	editGeneral,
	editRow,
	type GeneralInput,
	isRowChanged,
	mapRow,
	newRow,
	type SettingsDraft,
} from './settings-draft.ts';
import type { SettingsStore } from './settings-store.ts';

export function openEndpoint({ edit }: SettingsStore, id: string | null): void {
	edit((draft) => ({ ...draft, openId: id }));
}

/** True for an endpoint that was added and left as it came. */
function isBlank(row: EndpointRow): boolean {
	return row.stored === null && row.saved === row.input;
}

/** Opens a blank endpoint: the one that is there already, else one more. */
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

/** A preset fills all but the key, which only the user has. */
export function applyPreset(store: SettingsStore, id: string, preset: Preset & { name: string }): void {
	const { name, url, models } = preset;
	editEndpoint(store, id, { name, url, models: models.join('\n') });
}

/** One that was never saved goes at once; a stored one when the user saves, and he may undo it until then. */
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

/** A connection test that runs goes on: it is not about these. */
export function editPreferences({ edit, set, getState }: SettingsStore, change: Partial<GeneralInput>): void {
	edit((draft) => ({ ...draft, general: editGeneral(draft.general, change) }));
	const type = getState().notice?.type;
	if (type === 'saved' || type === 'incorrect' || type === 'not-stored') set({ notice: null });
}

/** What Save is about: all that changed, but for a blank endpoint the user turned away from. */
export function rowsToSave({ rows, openId }: SettingsDraft): EndpointRow[] {
	const isLeftBlank = (row: EndpointRow) => isBlank(row) && row.id !== openId;
	return rows.filter((row) => !row.isDeleted && isRowChanged(row) && !isLeftBlank(row));
}
