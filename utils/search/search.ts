import SearchWorker from './index/search.worker.ts?worker';
import {
	CHANNEL,
	type Found,
	type IndexState,
	type LeaderMessage,
	type SearchMessage,
	type WindowMessage,
} from './protocol.ts';

/** What a window knows of its search. */
export interface SearchView extends IndexState {
	/** What was asked; the results below are of it or, until it is answered, of what was asked before. */
	text: string;
	isAnswered: boolean;
	/** The newest first. */
	found: readonly Found[];
	hasMore: boolean;
	/** The chats whose titles have what was asked for. */
	titleChatIds: readonly string[];
}

/** The search over all messages, as a window has it. */
export interface Search {
	getView(): SearchView;
	subscribe(listener: () => void): () => void;
	/** Asks for the newest `limit` messages that have this. Each question takes the place of the one before it. */
	ask(text: string, limit: number): void;
}

export interface SearchOptions {
	channel: Pick<BroadcastChannel, 'postMessage' | 'onmessage'>;
	/** Starts the worker that may come to lead. */
	startWorker: () => Pick<Worker, 'onerror'>;
}

const NOTHING_FOUND = { text: '', isAnswered: true, found: [], hasMore: false, titleChatIds: [] };

/** Starts a window's side of the search. */
export function createSearch({ channel, startWorker }: SearchOptions): Search {
	const from = crypto.randomUUID();
	const listeners = new Set<() => void>();
	let view: SearchView = { ...NOTHING_FOUND, share: 1, isKept: true, isFailing: false };
	let asked = { id: 0, text: '', limit: 0 };

	function show(change: Partial<SearchView>): void {
		view = { ...view, ...change };
		for (const listener of listeners) listener();
	}

	const post = (message: WindowMessage) => channel.postMessage(message);

	/** Asks under a new number, so that only the newest answer counts. */
	function send(text: string, limit: number): void {
		asked = { id: asked.id + 1, text, limit };
		repeat();
	}

	/** A leader that has heard the question while it opened the index may have answered it: its answer counts. */
	function repeat(): void {
		if (asked.text.trim() !== '') post({ type: 'ask', from, ...asked });
	}

	function hear(message: LeaderMessage): void {
		if (message.type === 'state') {
			const { share, isKept, isFailing } = message;
			show({ share, isKept, isFailing });
		} else if (message.type === 'leading') repeat();
		else if (message.type === 'changed') send(asked.text, asked.limit);
		else if (message.to === from && message.id === asked.id) {
			const { found, hasMore, titleChatIds } = message;
			show({ isAnswered: true, found, hasMore, titleChatIds });
		}
	}

	channel.onmessage = ({ data }: MessageEvent<SearchMessage>) => {
		if (data.type !== 'ask' && data.type !== 'hello') hear(data);
	};
	startWorker().onerror = (event) => {
		console.error('The worker of the search has failed.', event);
		show({ isFailing: true });
	};
	post({ type: 'hello' });

	return {
		getView: () => view,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		ask(text, limit) {
			send(text, limit);
			if (text.trim() === '') show(NOTHING_FOUND);
			// What was found before stays until it is answered, but a chat is no result of another question.
			else if (text === view.text) show({ isAnswered: false });
			else show({ text, isAnswered: false, titleChatIds: [] });
		},
	};
}

let search: Search | undefined;

/** This window's search, which is started when it is first asked for. */
export function openSearch(): Search {
	search ??= createSearch({
		channel: new BroadcastChannel(CHANNEL),
		startWorker: () => new SearchWorker(),
	});
	return search;
}
