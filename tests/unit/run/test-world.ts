import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import type { Endpoint } from '../../../utils/lockchat/types.ts';
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

const PLATFORM = { os: 'linux', arch: 'x86-64', nacl_arch: 'x86-64' } as const;

export const TARGET = { endpointId: 'local', model: 'demo-fast' };

interface WorldOptions extends Partial<RunWorld> {
	/** What the background sees of its database; windows see the whole of it. */
	wrapStore?: (store: Store) => Store;
}

/**
 * A browser as far as runs need one: a real server, a real database engine in memory, the real background behind a
 * fake port (the browser's own cannot be had in Node). Killing the background drops its ports and its memory.
 */
export async function createTestWorld(
	{ wrapStore = (store) => store, ...overrides }: WorldOptions = {},
	serverOptions: ServerOptions = {},
) {
	fakeBrowser.reset();
	const server = await startServer(serverOptions);
	const dependencies = { indexedDB: new IDBFactory(), IDBKeyRange };
	const endpoint: Endpoint = {
		id: 'local',
		name: 'Local',
		url: server.url,
		models: ['demo-fast'],
		supportsStream: true,
		needsAuth: false,
		isResumable: serverOptions.keptStreamBytes !== undefined,
	};
	const stores: Store[] = [];
	const closers: (() => void)[] = [];
	const killers = new Set<() => void>();
	let background: Background | null = null;
	let workerStore: Store | null = null;
	let starts = 0;

	const openStore = (): Store => {
		const store = createStore({ dependencies });
		stores.push(store);
		return store;
	};

	function wake(): Background {
		if (background) return background;
		starts += 1;
		workerStore = openStore();
		const world: RunWorld = {
			store: wrapStore(workerStore),
			hasOrigin: async () => false,
			getEndpoint: async (id) => (id === endpoint.id ? endpoint : undefined),
			getApiKey: async () => undefined,
			getStallMs: async () => 5_000,
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
		server,
		endpoint,
		store: openStore(),
		/** The database as it stands, for those who look past the store. */
		disk: { name: 'lockchat', dependencies },
		starts: () => starts,
		/** Nothing that the old background does reaches a window or the database any more. */
		killBackground() {
			background = null;
			workerStore?.close();
			for (const kill of killers) kill();
			killers.clear();
		},
		/** @param load when the window has its database, and what it sees of it; at once and all of it when left out */
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
			await server.close();
		},
	};
}

export type TestWorld = Awaited<ReturnType<typeof createTestWorld>>;
export type TestWindow = ReturnType<TestWorld['openWindow']>;
