import type { Chat } from '../../../utils/chat/schema.ts';
import { type Target, targetOf as targetOfChat } from '../../../utils/chat/target.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { defaultTarget } from '../../../utils/settings/default-target.ts';
import { endpoints as endpointsItem } from '../../../utils/settings/endpoints.ts';
import type { Preferences } from '../../../utils/settings/preference-values.ts';
import { preferences as preferencesItem } from '../../../utils/settings/preferences.ts';

/** What questions can be sent to, and what new chats begin with. */
export interface Targets {
	readonly endpoints: readonly Endpoint[];
	readonly preferences: Preferences;
}

export interface TargetsStore {
	/** Null until the settings have been read. */
	getState(): Targets | null;
	subscribe(listener: () => void): () => void;
	/** Resolves when the settings have been read. */
	ready: Promise<Targets>;
	close(): void;
}

/** Follows the settings, also as other windows change them. */
export function createTargetsStore(): TargetsStore {
	let state: Targets | null = null;
	const listeners = new Set<() => void>();

	function set(next: Targets): Targets {
		state = next;
		for (const listener of listeners) listener();
		return next;
	}

	const unwatchers = [
		endpointsItem.watch((endpoints) => state && set({ ...state, endpoints })),
		preferencesItem.watch((preferences) => state && set({ ...state, preferences })),
	];
	const ready = Promise.all([endpointsItem.getValue(), preferencesItem.getValue()]).then(
		([endpoints, preferences]) => set({ endpoints, preferences }),
	);

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		ready,
		close() {
			for (const unwatch of unwatchers) unwatch();
		},
	};
}

/**
 * What the next question is sent to: the chat's own target, or the user's default for a new chat. Null if nothing is
 * set up.
 */
export function targetOf(chat: Chat | null, targets: Targets | null): Target | null {
	if (!targets) return null;
	if (!chat) return defaultTarget(targets.endpoints, targets.preferences);
	return targetOfChat(chat);
}
