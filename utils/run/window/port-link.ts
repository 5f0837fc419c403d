import { browser } from 'wxt/browser';
import { type Command, PORT_NAME, type Update } from '../protocol.ts';

/** The next port waits this long where nothing came through the last one: the background cannot start. */
const RETRY_MS = 1_000;
/** Each further port waits twice as long as the one before, up to this. It is longer than an idle background lives. */
const MAX_RETRY_MS = 32_000;
/**
 * A port on which nothing has come by then is given up. A background starts in tens of milliseconds, on a busy machine
 * in a second.
 */
const SILENT_MS = 3_000;

/** `reload-needed`: the extension was updated or removed under this page; only loading it again helps. */
export type Connection = 'connected' | 'reconnecting' | 'reload-needed';

export interface PortLink {
	/** Connects where there is no port; true if it did, and `onConnect` has posted all pending commands. */
	open(): boolean;
	/** Posts a command, connecting first where there is no port. */
	post(command: Command): void;
	/** Posts to the port that is there; opens none. */
	postIfOpen(command: Command): void;
	getConnection(): Connection;
	close(): void;
}

export interface PortLinkHandlers {
	onUpdate(update: Exclude<Update, { type: 'ready' }>): void;
	/** The port dropped. Return true to connect again at once. */
	onDrop(): boolean;
	/** A new port is there; what it must carry first can be posted now. */
	onConnect(): void;
	onConnectionChange(): void;
	/** No port carries this command: it must not be posted again. */
	onUnsendable(command: Command): void;
}

/** After an update or a removal the old pages stay open, but their runtime is gone. */
function isExtensionGone(): boolean {
	return browser.runtime?.id === undefined;
}

/** A port to the background that comes back when it drops. */
export function createPortLink(handlers: PortLinkHandlers): PortLink {
	type Port = ReturnType<typeof browser.runtime.connect>;
	let port: Port | null = null;
	let connection: Connection = 'connected';
	let hasHeard = false;
	/** The pause before the next port that follows a silent one. */
	let retryMs = RETRY_MS;
	/** The port was opened in this turn of the event loop. */
	let isNew = false;
	let timer: ReturnType<typeof setTimeout> | undefined;
	let silence: ReturnType<typeof setTimeout> | undefined;
	let isClosed = false;

	function setConnection(next: Connection): void {
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
			// Only the other end is told of that.
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
			// A port that was opened in this turn cannot have dropped yet: what it does not take, no other port takes.
			if (isNew) {
				handlers.onUnsendable(command);
				return;
			}
			// The other end is gone, and its event is still on the way: a new port carries all pending commands.
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
