import { browser } from 'wxt/browser';
import { fitToPort } from '../port-size.ts';
import { PORT_NAME, type Update } from '../protocol.ts';
import type { Background } from './create-background.ts';
import type { Watcher } from './hub.ts';
import { parseCommand } from './parse-command.ts';

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/** Only this extension's own pages may talk to the background; no web page, and no other extension. */
function isOwnPage({ name, sender }: Port): boolean {
	const isOwn = sender?.id === browser.runtime.id;
	return name === PORT_NAME && isOwn && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}

/** The ids of the answer or request that a refused message was about, so that its window does not go on waiting. */
function idsOf(message: unknown): { answerId?: string; requestId?: string } {
	if (typeof message !== 'object' || message === null) return {};
	const isId = (id: unknown): id is string => typeof id === 'string' && id.length <= 100;
	return {
		...('answerId' in message && isId(message.answerId) && { answerId: message.answerId }),
		...('requestId' in message && isId(message.requestId) && { requestId: message.requestId }),
	};
}

function carriesMessages(update: Update): boolean {
	return update.type !== 'events' || update.events.some((event) => 'message' in event);
}

/** Serves one window until its port drops. */
export function servePort(background: Background, port: Port): void {
	if (!isOwnPage(port)) {
		port.disconnect();
		return;
	}
	let isOpen = true;
	const watcher: Watcher = {
		post(update) {
			if (!isOpen) return;
			try {
				// Only an update with whole messages can be too large for a port; a piece of text never is.
				port.postMessage(carriesMessages(update) ? fitToPort(update) : update);
			} catch {
				// The other end is closed, and the event that tells so is still on its way. A window that comes back attaches anew.
				isOpen = false;
			}
		},
	};
	watcher.post({ type: 'ready' });
	port.onDisconnect.addListener(() => {
		isOpen = false;
		background.remove(watcher);
	});
	port.onMessage.addListener((message: unknown) => {
		const command = parseCommand(message);
		if (command) {
			background.handle(watcher, command);
			return;
		}
		// The message's content is not logged: it may hold a key or the user's words.
		console.error('A message that is no command was refused.');
		// Our own pages send nothing but commands, so what is wrong with one can only be its length.
		watcher.post({ type: 'refused', ...idsOf(message), failure: { code: 'question-too-long' } });
	});
}
