import type { SettingsNotice } from './notice.ts';
import type { SettingsDraft } from './settings-draft.ts';

export interface SettingsState {
	/** Null until the settings have been read. */
	readonly draft: SettingsDraft | null;
	readonly notice: SettingsNotice | null;
}

/** The one owner of the settings page's state. */
export interface SettingsStore {
	getState(): SettingsState;
	subscribe(listener: () => void): () => void;
	set(change: Partial<SettingsState>): void;
	/** Changes the draft. It does nothing until the draft has been read. */
	edit(change: (draft: SettingsDraft) => SettingsDraft): void;
}

export function createSettingsStore(): SettingsStore {
	let state: SettingsState = { draft: null, notice: null };
	const listeners = new Set<() => void>();

	function set(change: Partial<SettingsState>): void {
		state = { ...state, ...change };
		for (const listener of listeners) listener();
	}

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		set,
		edit(change) {
			if (state.draft) set({ draft: change(state.draft) });
		},
	};
}
