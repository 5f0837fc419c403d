import { createContext, useContext, useSyncExternalStore } from 'react';
import type { ChatTransfer } from '../../../utils/store/store.ts';
import type { SettingsState, SettingsStore } from './settings-store.ts';
import type { ConnectionClient } from './test-connection.ts';

export interface SettingsServices {
	readonly store: SettingsStore;
	readonly client: ConnectionClient;
	/** The database of chats, loaded when it is first asked for. */
	readonly loadStore: () => Promise<ChatTransfer>;
}

export const SettingsContext = createContext<SettingsServices | null>(null);

export function useSettings(): SettingsServices {
	const services = useContext(SettingsContext);
	if (!services) throw new Error('A part of the settings is drawn outside of the settings page.');
	return services;
}

/** A part of the settings' state. `select` must return something that the state holds, and not a new object. */
export function useSettingsState<Part>(select: (state: SettingsState) => Part): Part {
	const { store } = useSettings();
	return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
