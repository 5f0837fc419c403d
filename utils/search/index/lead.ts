import { createSearchSource, type SearchSource } from '../../store/search-source.ts';
import type { IndexState, LeaderMessage, SearchMessage } from '../protocol.ts';
import { type Ask, answer } from './answer.ts';
import { type KeptIndex, keepIndex } from './keep-index.ts';
import type { OpenedIndex } from './open-index.ts';

export interface LeadOptions {
	/** Reaches all windows, this worker's own among them. */
	channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;
	/** Opens the index on the disk. */
	open: () => Promise<OpenedIndex>;
	/** Opens one in memory, for when the one on the disk is damaged again and again. */
	openInMemory: () => Promise<OpenedIndex>;
	createSource?: () => SearchSource;
}

/** How often a damaged index is made anew on the disk, before it is made in memory, and how often in all. */
const MAX_ON_DISK = 2;
const MAX_DAMAGES = 4;
/** Whoever opens a search asks something. The index is not compared before that was answered, or this time is over, in milliseconds. */
const FIRST_ASK_MS = 1_000;
/** Windows are told at most so often that more has been found, in milliseconds. */
const TELL_MS = 400;

/** Holds the index, keeps it up to date, and answers windows, for as long as this worker lives. */
export async function lead({
	channel,
	open,
	openInMemory,
	createSource = createSearchSource,
}: LeadOptions): Promise<void> {
	const source = createSource();
	const asks = new Map<string, Ask>();
	/** The numbers of the windows' newest questions. */
	const heard = new Map<string, number>();
	let state: IndexState = { share: 1, isKept: true, isFailing: false };
	let opened: OpenedIndex | null = null;
	let keeper: KeptIndex | null = null;
	let damages = 0;
	let isAnswering = false;
	let isTelling = false;
	let endWait: () => void = () => undefined;
	const beginning = new Promise<void>((resolve) => {
		endWait = resolve;
	});

	const tell = (message: LeaderMessage) => channel.postMessage(message);

	function show(change: Partial<IndexState>): void {
		state = { ...state, ...change };
		tell({ type: 'state', ...state });
	}

	channel.onmessage = ({ data }: MessageEvent<SearchMessage>) => {
		if (data.type === 'hello') show({});
		// A question that is repeated was answered by this leader, or will be.
		if (data.type !== 'ask' || heard.get(data.from) === data.id) return;
		heard.set(data.from, data.id);
		asks.set(data.from, data);
		void answerAll();
	};

	/** Answers one window after the other; what a window asked before its newest question is passed over. */
	async function answerAll(): Promise<void> {
		if (isAnswering || !opened) return;
		isAnswering = true;
		try {
			// A turn of its own: questions that have come meanwhile take the places of older ones.
			for (await turn(); asks.size > 0 && opened; await turn()) {
				const [[from, ask] = []] = asks;
				if (!from || !ask) return;
				const { index } = opened;
				const reply = await answer(ask, { index, source, isStale: () => !isSame(asks.get(from), ask) });
				const newest = asks.get(from);
				if (newest === ask) asks.delete(from);
				if (!reply || !newest) continue;
				// While an index is built, windows ask the same again and again: each answer counts.
				tell({ ...reply, id: newest.id });
				endWait();
			}
		} catch (error) {
			if (error instanceof Error && error.name === 'StoreError') {
				console.error('The chats could not be read for the search.', error);
				asks.clear();
				heard.clear();
			} else void repair(error);
		} finally {
			isAnswering = false;
		}
	}

	async function start(opening: Promise<OpenedIndex>): Promise<void> {
		try {
			opened = await opening;
		} catch (error) {
			console.error('There is no index for the search.', error);
			return show({ isFailing: true });
		}
		try {
			begin(opened);
		} catch (error) {
			await repair(error);
		}
	}

	function begin({ index, isKept }: OpenedIndex): void {
		show({ isKept, share: index.has('complete') ? 1 : 0 });
		keeper = keepIndex({
			index,
			source,
			beginning,
			rest,
			onShare: (share) => show({ share }),
			onChanged: tellChanged,
			onDamaged: (error) => void repair(error),
		});
		tell({ type: 'leading' });
		setTimeout(endWait, FIRST_ASK_MS);
		void answerAll();
	}

	/** Makes the index anew: the database of chats has all that was in it. */
	async function repair(error: unknown): Promise<void> {
		const broken = opened;
		if (!broken) return;
		console.error('The index of the search is damaged, and is made anew.', error);
		opened = null;
		keeper?.stop();
		damages += 1;
		try {
			await broken.discard();
		} catch (failure) {
			console.error('The damaged index could not be thrown away.', failure);
		}
		if (damages > MAX_DAMAGES) show({ isFailing: true });
		else await start(damages > MAX_ON_DISK ? openInMemory() : open());
	}

	function tellChanged(): void {
		if (isTelling) return;
		isTelling = true;
		setTimeout(() => {
			isTelling = false;
			tell({ type: 'changed' });
		}, TELL_MS);
	}

	// The database opens while the index does. Where it cannot be opened, the first question tells.
	source.readMessages([]).catch(() => undefined);
	await start(open());
}

const isSame = (one: Ask | undefined, other: Ask): boolean =>
	one?.text === other.text && one.limit === other.limit;

/** Resolves after the messages that have come so far were handled. */
function turn(): Promise<void> {
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = () => {
			port1.close();
			resolve();
		};
		port2.postMessage(null);
	});
}

/** A breath for the rest of the computer, in milliseconds, after each slice of work. */
const REST_MS = 4;

function rest(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, REST_MS));
}
