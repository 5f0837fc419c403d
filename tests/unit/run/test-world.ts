import 'fake-indexeddb/auto';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { createProviders, type ProviderOf } from '../../../utils/providers/create-providers.ts';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { type Background, createBackground } from '../../../utils/run/background/create-background.ts';
import type { RunWorld } from '../../../utils/run/background/run-answer.ts';
import { servePort } from '../../../utils/run/background/serve-port.ts';
import { createUnsavedRecord } from '../../../utils/run/background/unsaved-chats.ts';
import { removeFromOutbox } from '../../../utils/run/outbox.ts';
import { createChatSession } from '../../../utils/run/session/chat-session.ts';
import { createRunClient } from '../../../utils/run/window/run-client.ts';
import { createStore } from '../../../utils/store/create-store.ts';
import type { Store } from '../../../utils/store/store.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { ServerOptions } from '../../lockchat-server/types.ts';
import { createPortPair } from './fake-port.ts';
import { createScriptedProvider } from './scripted-provider.ts';

let worlds = 0;

const PLATFORM = { os: 'linux', arch: 'x86-64', nacl_arch: 'x86-64' } as const;

export const TARGET = { endpointId: 'local', model: 'demo-fast' };

interface WorldOptions extends Partial<RunWorld> {
	/** What the background sees of its database; windows see the whole of it. */
	wrapStore?: (store: Store) => Store;
}

function endpointAt(url: string, isResumable = false): ServerEndpoint {
	return {
		kind: 'server',
		id: 'local',
		name: 'Local',
		url,
		models: ['demo-fast'],
		supportsStream: true,
		needsAuth: false,
		isResumable,
	};
}

/** A world in which a scripted provider answers: what runs do, without HTTP. */
export async function createTestWorld(options: WorldOptions = {}) {
	const provider = createScriptedProvider();
	const world = createWorld(options, {
		endpoint: endpointAt('http://127.0.0.1:1'),
		providerOf: () => provider,
	});
	return { ...world, provider };
}

/** A world in which a real server answers, for what only HTTP can show. */
export async function createServedWorld(options: WorldOptions = {}, serverOptions: ServerOptions = {}) {
	const server = await startServer(serverOptions);
	const world = createWorld(options, {
		endpoint: endpointAt(server.url, serverOptions.keptStreamBytes !== undefined),
		providerOf: createProviders({ hasOrigin: async () => false }),
	});
	return {
		...world,
		server,
		async close() {
			await world.close();
			await server.close();
		},
	};
}

/**
 * A browser, as far as runs need one: a real database engine in memory, and the real background behind a fake port,
 * since Node has no browser's port. Killing the background drops its ports and its memory.
 */
function createWorld(
	{ wrapStore = (store) => store, ...overrides }: WorldOptions,
	{ endpoint, providerOf }: { endpoint: ServerEndpoint; providerOf: ProviderOf },
) {
	fakeBrowser.reset();
	worlds += 1;
	const disk = { name: `world-${worlds}` };
	const stores: Store[] = [];
	const closers: (() => void)[] = [];
	const killers = new Set<() => void>();
	let background: Background | null = null;
	let workerStore: Store | null = null;
	let starts = 0;

	const openStore = (): Store => {
		const store = createStore(disk);
		stores.push(store);
		return store;
	};

	function wake(): Background {
		if (background) return background;
		starts += 1;
		workerStore = openStore();
		const world: RunWorld = {
			store: wrapStore(workerStore),
			providerOf,
			getEndpoint: async (id) => (id === endpoint.id ? endpoint : undefined),
			getApiKey: async () => undefined,
			getStallMs: async () => 5_000,
			rememberQuirks: async () => undefined,
			removeFromOutbox,
			unsavedRecord: createUnsavedRecord(),
			...overrides,
		};
		background = createBackground(world);
		return background;
	}

	browser.runtime.getPlatformInfo = (async () => PLATFORM) as typeof browser.runtime.getPlatformInfo;
	browser.runtime.connect = ((info: { name: string }) => {
		const { window, worker, kill } = createPortPair(info.name, {
			id: browser.runtime.id,
			url: browser.runtime.getURL('/sidepanel.html' as never),
		});
		killers.add(kill);
		servePort(wake(), worker);
		return window;
	}) as unknown as typeof browser.runtime.connect;

	return {
		endpoint,
		store: openStore(),
		/** The database itself, for tests that look past the store. */
		disk,
		starts: () => starts,
		/** Replaces the background: nothing that the old one does reaches a window or the database any more. */
		killBackground() {
			background = null;
			workerStore?.close();
			for (const kill of killers) kill();
			killers.clear();
		},
		/**
		 * @param load resolves when the window has its database, and says what the window sees of it; at once and all
		 * of it when left out
		 */
		openWindow(load: (store: Store) => Store | Promise<Store> = (store) => store) {
			const client = createRunClient(Promise.resolve(1));
			const store = openStore();
			const session = createChatSession({ client, loadStore: async () => load(store) });
			closers.push(session.close);
			return { client, session };
		},
		async close() {
			for (const close of closers) close();
			for (const store of stores) store.close();
		},
	};
}

export type TestWorld = Awaited<ReturnType<typeof createTestWorld>>;
export type ServedWorld = Awaited<ReturnType<typeof createServedWorld>>;
export type TestWindow = ReturnType<TestWorld['openWindow']>;
