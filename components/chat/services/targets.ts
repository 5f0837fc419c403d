import type { Chat } from '../../../utils/chat/schema.ts';
import { type Target, targetOfChat } from '../../../utils/chat/target.ts';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { defaultTarget } from '../../../utils/settings/default-target.ts';
import { endpoints as endpointsItem } from '../../../utils/settings/endpoints.ts';
import type { Preferences } from '../../../utils/settings/preference-values.ts';
import { preferences as preferencesItem } from '../../../utils/settings/preferences.ts';

/** What questions can be sent to, and what new chats begin with. */
export interface Targets {
	readonly endpoints: readonly Endpoint[];
	readonly preferences: Preferences;
	/** What was chosen for the chat that begins with the next question, in place of the settings; null where nothing was. */
	readonly next: Partial<Target> | null;
}

export interface TargetsStore {
	/** Null until the settings have been read. */
	getState(): Targets | null;
	subscribe(listener: () => void): () => void;
	/** Resolves when the settings have been read. */
	ready: Promise<Targets>;
	/** Chooses for the chat that begins next, and for no other. Null goes back to the settings. */
	setNext(next: Partial<Target> | null): void;
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
		([endpoints, preferences]) => set({ endpoints, preferences, next: null }),
	);

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		ready,
		setNext(next) {
			if (state && state.next !== next) set({ ...state, next });
		},
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
	if (chat) return targetOfChat(chat);
	const target = defaultTarget(targets.endpoints, targets.preferences);
	if (!target || !targets.next) return target;
	const { endpointId, model } = target;
	return { endpointId, model, ...targets.next };
}
