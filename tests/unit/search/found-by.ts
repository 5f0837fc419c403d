import { onTestFinished, vi } from 'vitest';
import { lead } from '../../../utils/search/index/lead.ts';
import type { OpenedIndex } from '../../../utils/search/index/open-index.ts';
import { createWordIndex } from '../../../utils/search/index/word-index.ts';
import type { LeaderMessage, WindowMessage } from '../../../utils/search/protocol.ts';
import { createSearch, type Search } from '../../../utils/search/search.ts';
import { createSearchSource, type SearchSource } from '../../../utils/store/search-source.ts';
import { isInTransaction, openDatabase } from './open-words.ts';

// A worker is started by the browser only; the tests lead by themselves.
vi.mock('../../../utils/search/index/search.worker.ts?worker', () => ({ default: class {} }));

let count = 0;

/** The windows and the leader of one browser: what they say to each other, and the index that outlives a leader. */
export interface Browser {
	/** Opens a window. From one that is far away a second question comes when the first has been answered, and not before. */
	window(options?: { isFar?: boolean }): Search;
	/**
	 * Starts a leader. Returns what ends it as the browser does, without a word.
	 *
	 * @param options.beforeReading is awaited before messages are read for an answer
	 */
	lead(options?: { open?: () => Promise<OpenedIndex>; beforeReading?: () => Promise<unknown> }): () => void;
	/** What leaders did, in order: `found` for an answer, `compared` for the beginning of a comparison with the chats. */
	log: ('found' | 'compared')[];
	/** The database of the index, to look at or to harm. */
	database: Awaited<ReturnType<typeof openDatabase>>;
}

/** @param name of the database of chats */
export async function createBrowser(name: string): Promise<Browser> {
	count += 1;
	const channelName = `search-${count}`;
	const channels = new Set<BroadcastChannel>();
	const channel = () => {
		const opened = new BroadcastChannel(channelName);
		channels.add(opened);
		return opened;
	};
	const browser = { database: await openDatabase() };
	const onDisk = async (): Promise<OpenedIndex> => ({
		index: createWordIndex(browser.database),
		isKept: true,
		async discard() {
			browser.database = await openDatabase();
		},
	});
	const inMemory = async (): Promise<OpenedIndex> => ({ ...(await onDisk()), isKept: false });
	const leaders = new Set<() => void>();
	const log: Browser['log'] = [];
	let isOver = false;
	onTestFinished(() => {
		isOver = true;
		for (const end of leaders) end();
		for (const opened of channels) opened.close();
	});
	return {
		log,
		get database() {
			return browser.database;
		},
		window({ isFar = false } = {}) {
			const opened = channel();
			const { postMessage } = opened;
			let asked = 0;
			if (isFar)
				opened.postMessage = (message: WindowMessage) => {
					asked += message.type === 'ask' ? 1 : 0;
					const post = () => postMessage.call(opened, message);
					if (asked < 2 || log.includes('found')) post();
					else void vi.waitUntil(() => log.includes('found')).then(() => isOver || post());
				};
			return createSearch({ channel: opened, startWorker: () => ({ onerror: null }) });
		},
		lead({ open = onDisk, beforeReading = async () => undefined } = {}) {
			const opened = channel();
			let isDead = false;
			const leader = {
				postMessage: (message: LeaderMessage) => {
					if (isDead) return;
					if (message.type === 'found') log.push('found');
					opened.postMessage(message);
				},
				set onmessage(listener: BroadcastChannel['onmessage']) {
					opened.onmessage = listener;
				},
			};
			/** What a dead worker asks for never comes. */
			const alive = <T>(value: Promise<T>): Promise<T> =>
				value.then((read) => (isDead ? new Promise<T>(() => undefined) : read));
			const createSource = (): SearchSource => {
				const source = createSearchSource({ name });
				return {
					listChats: () => {
						log.push('compared');
						return alive(source.listChats());
					},
					countMessages: () => alive(source.countMessages()),
					readOutlines: (ids) => alive(source.readOutlines(ids)),
					async readMessages(ids) {
						// The first call only has the database opened.
						if (ids.length > 0) await beforeReading();
						return alive(source.readMessages(ids));
					},
					listen: (listener) => source.listen((changes) => isDead || listener(changes)),
				};
			};
			void lead({ channel: leader, open, openInMemory: inMemory, createSource });
			const end = () => {
				isDead = true;
				opened.onmessage = null;
				// The next worker finds the journal of the dead one.
				if (isInTransaction(browser.database)) browser.database.exec('ROLLBACK');
			};
			leaders.add(end);
			return end;
		},
	};
}

/** Resolves with what the window has found once that is so; the test's own limit ends it if it never is. */
export async function untilFound(search: Search, isSo: (ids: string[]) => boolean): Promise<string[]> {
	const ids = () => search.getView().found.map(({ messageId }) => messageId);
	await vi.waitUntil(() => search.getView().isAnswered && isSo(ids()), { timeout: 30_000 });
	return ids();
}
