import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createFakeClient, type FakeClient } from './fake-client.ts';

/** A browser whose user has given no permission yet, and an Ollama as it is installed: it refuses extensions. */
export interface PermissionWorld {
	client: FakeClient;
	/** Calls, in their order: `panel`, `request`, `rule`. */
	calls: string[];
	/** The user answers the browser's prompt. */
	answer(isAllowed: boolean): void;
	closed: ReturnType<typeof vi.fn>;
}

/**
 * @param address where the server is that nothing can be asked without a permission
 * @param refuses whether it refuses what says that it comes from an extension, until there is a rule
 */
export function createPermissionWorld(address: string, { refuses }: { refuses: boolean }): PermissionWorld {
	const calls: string[] = [];
	const client = createFakeClient({
		[address]: { models: 'permission-needed', refuses: 'permission-needed' },
	});
	const listeners = new Set<() => void>();
	let isAllowed = false;
	let tellAnswer = (_: boolean): void => undefined;
	Object.assign(fakeBrowser.permissions, {
		contains: async () => isAllowed,
		request: () => {
			calls.push('request');
			if (isAllowed) return Promise.resolve(true);
			return new Promise<boolean>((resolve) => {
				tellAnswer = resolve;
			});
		},
		onAdded: {
			addListener: (listener: () => void) => listeners.add(listener),
			removeListener: (listener: () => void) => listeners.delete(listener),
		},
	});
	Object.assign(fakeBrowser, {
		declarativeNetRequest: {
			getDynamicRules: async () => [],
			async updateDynamicRules() {
				calls.push('rule');
				client.servers[address] = { models: ['llama'] };
			},
		},
	});
	// The fake of the browser has Firefox's, which goes before.
	Object.assign(fakeBrowser.sidebarAction, { open: async () => void calls.push('panel') });
	Object.assign(fakeBrowser.windows, { getCurrent: async () => ({ id: 1 }) });
	let held: Promise<unknown> = Promise.resolve();
	// Browsers have locks, this environment has none.
	const request = (_: string, work: () => Promise<unknown>) => {
		held = held.then(work);
		return held;
	};
	Object.defineProperty(navigator, 'locks', { value: { request }, configurable: true });
	const closed = vi.fn();
	window.close = closed;
	return {
		client,
		calls,
		closed,
		answer(answered) {
			isAllowed = answered;
			if (answered) {
				client.servers[address] = { models: ['llama'], refuses: refuses ? 'forbidden-origin' : null };
				for (const listener of [...listeners]) listener();
			}
			tellAnswer(answered);
		},
	};
}
