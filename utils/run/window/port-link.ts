import { browser } from 'wxt/browser';
import { type Command, PORT_NAME, type Update } from '../protocol.ts';

/**
 * How long to wait before the next port, in milliseconds, when nothing came through the last one: the background
 * could not start.
 */
const RETRY_MS = 1_000;
/** Each further port waits twice as long as the one before, up to this. It is longer than an idle background lives. */
const MAX_RETRY_MS = 32_000;
/**
 * A port on which nothing has come after this many milliseconds is given up. A background starts in tens of
 * milliseconds, on a busy machine in a second.
 */
const SILENT_MS = 3_000;

/** `reload-needed`: the extension was updated or removed under this page, and only loading the page again helps. */
export type ConnectionState = 'connected' | 'reconnecting' | 'reload-needed';

export interface PortLink {
	/** Connects where there is no port. True if it did; `onConnect` has posted all pending commands then. */
	open(): boolean;
	/** Posts a command, connecting first where there is no port. */
	post(command: Command): void;
	/** Posts to the port that is there, and opens none. */
	postIfOpen(command: Command): void;
	getConnection(): ConnectionState;
	close(): void;
}

export interface PortLinkHandlers {
	onUpdate(update: Exclude<Update, { type: 'ready' }>): void;
	/** Called when the port dropped. Return true to connect again at once. */
	onDrop(): boolean;
	/** Called when a new port is there. What the port must carry first can be posted now. */
	onConnect(): void;
	onConnectionChange(): void;
	/** Called with a command that no port can carry: it must not be posted again. */
	onUnsendable(command: Command): void;
}

/** Whether the extension is gone. After an update or a removal, old pages stay open without a runtime. */
function isExtensionGone(): boolean {
	return browser.runtime?.id === undefined;
}

/** Makes a port to the background that comes back when it drops. */
export function createPortLink(handlers: PortLinkHandlers): PortLink {
	type Port = ReturnType<typeof browser.runtime.connect>;
	let port: Port | null = null;
	let connection: ConnectionState = 'connected';
	let hasHeard = false;
	/** The pause, in milliseconds, before the next port that follows a silent one. */
	let retryMs = RETRY_MS;
	/** True if the port was opened in this turn of the event loop. */
	let isNew = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let silence: ReturnType<typeof setTimeout> | undefined;
	let isClosed = false;

	function setConnection(next: ConnectionState): void {
		if (next === connection) return;
		connection = next;
		handlers.onConnectionChange();
	}

	function connect(): void {
		if (isExtensionGone()) {
			setConnection('reload-needed');
			return;
		}
		const next = browser.runtime.connect({ name: PORT_NAME });
		hasHeard = false;
		isNew = true;
		queueMicrotask(() => {
			isNew = false;
		});
		next.onMessage.addListener((update: Update) => {
			hasHeard = true;
			retryMs = RETRY_MS;
			clearTimeout(silence);
			setConnection('connected');
			if (update.type !== 'ready') handlers.onUpdate(update);
		});
		next.onDisconnect.addListener(() => drop(next));
		port = next;
		clearTimeout(silence);
		silence = setTimeout(() => {
			next.disconnect();
			// `disconnect` tells only the other end, so the handler is called here.
			drop(next);
		}, SILENT_MS);
		handlers.onConnect();
	}

	function drop(dropped: Port): void {
		if (port !== dropped) return;
		port = null;
		clearTimeout(silence);
		if (isExtensionGone()) setConnection('reload-needed');
		else if (handlers.onDrop()) reconnect();
	}

	function reconnect(): void {
		setConnection('reconnecting');
		clearTimeout(timer);
		const pauseMs = hasHeard ? 0 : retryMs;
		if (!hasHeard) retryMs = Math.min(2 * retryMs, MAX_RETRY_MS);
		timer = setTimeout(() => {
			if (!isClosed && !port) connect();
		}, pauseMs);
	}

	function open(): boolean {
		if (port || isClosed) return false;
		connect();
		return port !== null;
	}

	function postIfOpen(command: Command): void {
		try {
			port?.postMessage(command);
		} catch {
			// A port that was opened in this turn cannot have dropped yet. So if it does not take the message, no other port will.
			if (isNew) {
				handlers.onUnsendable(command);
				return;
			}
			// The other end is gone, and the event that tells so is still on its way. A new port will carry all pending commands.
			port = null;
			if (!isClosed) connect();
		}
	}

	return {
		open,
		post(command) {
			open();
			postIfOpen(command);
		},
		postIfOpen,
		getConnection: () => connection,
		close() {
			isClosed = true;
			clearTimeout(timer);
			clearTimeout(silence);
			port?.disconnect();
			port = null;
		},
	};
}
