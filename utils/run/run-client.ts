/** The window's side of the port: what a window can ask of the background, and what it sees of running answers. */
import type { GrowingText } from '../chat/growing-text.ts';
import type { Chat, Message } from '../chat/types.ts';
import type { CompletionStatus, Endpoint } from '../lockchat/types.ts';
import type { CheckResult, ModelsResult, Selection, UnsavedChat, UserMessage } from './protocol.ts';

/** `reload-needed`: the extension was updated or removed under this page; only loading it again helps. */
export type Connection = 'connected' | 'reconnecting' | 'reload-needed';

/** An answer that runs, or has ended while this window watched. A new object each time anything but its texts changes. */
export interface LiveRun {
	readonly answerId: string;
	/** All but the growing texts: `content` and `reasoning` are up to date only when the run has ended. */
	readonly message: Message;
	/** Before the first token: what the background is waiting for. */
	readonly status: CompletionStatus['status'] | null;
	readonly retryAt?: number;
	/** The database refused the answer: it lives in memory only. */
	readonly isUnsaved: boolean;
	readonly hasEnded: boolean;
	/** The same object for as long as the window shows the answer, also across a Continue. */
	readonly text: GrowingText;
	readonly reasoning: GrowingText;
}

export interface RunClient {
	/** Watches one chat's runs; the chat watched before is let go. Called again, it asks for a new snapshot. */
	attach(chatId: string): void;
	ask(chat: Chat, question: UserMessage, answerId: string): void;
	answer(chatId: string, questionId: string, answerId: string): void;
	/** Goes on from an answer's partial text. */
	continueAnswer(chatId: string, answerId: string): void;
	/** Sends the questions of windows that closed before the background had saved them. Never rejects. */
	resend(): Promise<void>;
	stop(answerId: string): void;
	/** With what runs in it. Resolves to false where the database refuses; never rejects. */
	deleteChat(chatId: string): Promise<boolean>;
	/** A real one-token request. Never rejects. */
	check(endpoint: Endpoint, model: string, apiKey?: string): Promise<CheckResult>;
	/** Never rejects. */
	listModels(endpoint: Endpoint, apiKey?: string): Promise<ModelsResult>;
	/** Takes the selection asked about in the menu, if one waits. It is handed out once. */
	takeSelection(): Promise<Selection | null>;
	/** The runs of the chat attached to, by answer id; a new map whenever one of them changes. */
	getRuns(): ReadonlyMap<string, LiveRun>;
	/** What the database refused of the chat attached to, as of the last snapshot. */
	getUnsaved(): UnsavedChat | null;
	/** How many snapshots have come: after the next one, a stored answer that is not in `getRuns` does not run. */
	getSnapshotCount(): number;
	getConnection(): Connection;
	/** Called when `getRuns` or `getConnection` would return something new; not for each token. */
	subscribe(listener: () => void): () => void;
	/** Called when a selection waits to be taken. */
	onSelectionWaiting(listener: () => void): () => void;
	close(): void;
}
