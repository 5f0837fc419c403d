import type { Chat, Message, MessageNode } from '../../chat/schema.ts';
import type { SearchSource } from '../../store/search-source.ts';
import { planChat } from './plan.ts';
import { searchedTextOf } from './searched-text.ts';
import type { NewMessage, WordIndex } from './word-index.ts';

/** Chats that are compared at a time, and messages that are read at a time. */
const CHATS = 40;
const MESSAGES = 64;
/** In UTF-16 code units: so much text waits to be added at most, but for one message that is longer. */
const MAX_WAITING = 2_000_000;
/** The longest that the worker does not listen, in milliseconds, but for a message of millions of characters. */
const SLICE_MS = 12;
/** After what the chats could not be read, in milliseconds. */
const RETRY_MS = 2_000;

export interface KeptIndex {
	/** Ends the work; what is done stays in the index. */
	stop(): void;
}

export interface KeepOptions {
	index: WordIndex;
	source: SearchSource;
	/** Resolves when the first comparison may begin: it keeps the database of chats busy for a while. */
	beginning: Promise<void>;
	/** Lets everybody else in: resolves after other messages to this worker have been handled. */
	rest: () => Promise<void>;
	/** Called as the first pass over all chats goes on: how much of it is done, from 0 to 1. */
	onShare: (share: number) => void;
	/** Called when what is found may be something else now. */
	onChanged: () => void;
	/** Called when the index refuses; nothing more is done then. */
	onDamaged: (error: unknown) => void;
}

/**
 * Brings an index up to date with the database of chats, and keeps it so: first it compares all chats, the most recently
 * used first, then those of which it is told. When nothing else is to be done, it purges what was deleted.
 */
export function keepIndex({
	index,
	source,
	beginning,
	rest,
	onShare,
	onChanged,
	onDamaged,
}: KeepOptions): KeptIndex {
	const changed = new Set<string>();
	let waiting: string[] = [];
	let looksAtAll = true;
	let total = 0;
	let done = 0;
	let isWorking = false;
	let isStopped = false;
	let slicedAt = 0;

	source.listen((changes) => {
		if (changes === null) looksAtAll = true;
		else for (const id of [...changes.chats, ...changes.nodes]) changed.add(id);
		wake();
	});
	void beginning.then(wake);

	function wake(): void {
		if (isWorking || isStopped) return;
		isWorking = true;
		work()
			.catch(fail)
			.finally(() => {
				isWorking = false;
			});
	}

	/** A database of chats that cannot be read now is read later; what else fails is the index. */
	function fail(error: unknown): void {
		if (isStopped) return;
		if (error instanceof Error && error.name === 'StoreError') {
			console.error('The chats could not be read for the search.', error);
			looksAtAll = true;
			setTimeout(wake, RETRY_MS);
			return;
		}
		isStopped = true;
		onDamaged(error);
	}

	async function work(): Promise<void> {
		while (!isStopped) {
			if (looksAtAll) await lookAtAll();
			else if (changed.size > 0) await takeChanged();
			else if (waiting.length > 0) await takeWaiting();
			else if (index.has('purge')) await purge();
			else return;
		}
	}

	async function lookAtAll(): Promise<void> {
		looksAtAll = false;
		const [ids, count] = await Promise.all([source.listChats(), source.countMessages()]);
		[waiting, total, done] = [ids, count, 0];
		const here = new Set(ids);
		const gone = index.chatIds().filter((id) => !here.has(id));
		for (const id of gone) changed.add(id);
		if (waiting.length === 0) complete();
	}

	async function takeChanged(): Promise<void> {
		const ids = [...changed].slice(0, CHATS);
		for (const id of ids) changed.delete(id);
		await update(ids);
	}

	async function takeWaiting(): Promise<void> {
		const ids = waiting.splice(0, CHATS);
		done += await update(ids);
		if (waiting.length === 0) complete();
		else if (!index.has('complete')) onShare(Math.min(0.99, done / Math.max(1, total)));
	}

	function complete(): void {
		if (!index.has('complete')) index.set('complete', true);
		onShare(1);
	}

	/** Compares these chats, and returns how many messages they have. */
	async function update(ids: readonly string[]): Promise<number> {
		const outlines = await source.readOutlines(ids);
		const lacking: (MessageNode & { chatId: string })[] = [];
		let isChanged = false;
		await writing(async () => {
			for (const { id, chat, nodes } of outlines) {
				const known = index.known(id);
				const { removed, added } = planChat(known, nodes);
				isChanged ||= removed.length > 0 || added.length > 0;
				isChanged = putChat(id, chat) || isChanged;
				index.removeMessages(chat ? removed : []);
				const ofChat = new Set(added);
				for (const node of nodes) if (ofChat.has(node.id)) lacking.push({ ...node, chatId: id });
				await restIfDue();
			}
			// The index takes messages quickest in the order of its rows.
			lacking.sort((one, other) => one.createdAt - other.createdAt);
			await addMessages(lacking);
		});
		if (isChanged && !isStopped) onChanged();
		return outlines.reduce((sum, { nodes }) => sum + nodes.length, 0);
	}

	function putChat(id: string, chat: Chat | null): boolean {
		if (chat) return index.putChat(id, chat.title);
		index.removeChat(id);
		return true;
	}

	async function addMessages(lacking: readonly (MessageNode & { chatId: string })[]): Promise<void> {
		let read: NewMessage[] = [];
		let length = 0;
		for (let at = 0; at < lacking.length && !isStopped; at += MESSAGES) {
			const nodes = lacking.slice(at, at + MESSAGES);
			const messages = await source.readMessages(nodes.map(({ id }) => id));
			for (const node of nodes) {
				const message = newMessage(node, messages.get(node.id));
				read.push(message);
				length += message.text.length;
			}
			if (length < MAX_WAITING && at + MESSAGES < lacking.length) continue;
			for (const message of read) {
				if (isStopped) return;
				index.addMessage(message);
				await restIfDue();
			}
			[read, length] = [[], 0];
		}
	}

	/** In one transaction. What is done before a failure is kept: the next comparison finds the rest. */
	async function writing(work: () => Promise<void>): Promise<void> {
		index.begin();
		try {
			await work();
		} finally {
			if (!isStopped) index.commit();
		}
	}

	async function restIfDue(): Promise<void> {
		if (performance.now() - slicedAt < SLICE_MS) return;
		await rest();
		slicedAt = performance.now();
	}

	async function purge(): Promise<void> {
		let hasMore = index.purgeSome(true);
		while (hasMore && !isStopped && !looksAtAll && changed.size === 0) {
			await rest();
			if (isStopped) return;
			hasMore = index.purgeSome(false);
		}
	}

	return {
		stop() {
			isStopped = true;
		},
	};
}

/** A message of which there is no row, or none that can be read, stands in the index without words. */
function newMessage(
	{ id, chatId, updatedAt, createdAt }: MessageNode & { chatId: string },
	message: Message | undefined,
): NewMessage {
	const text = message ? searchedTextOf(message) : '';
	return { chatId, messageId: id, updatedAt, createdAt, text };
}
