/** Asks the browser's model from a background that has none itself: some versions of Chromium have it in documents only. */
import { browser } from 'wxt/browser';
import { LockchatError } from '../lockchat/lockchat-error.ts';
import type { AskModel, ModelPiece } from './language-model.ts';
import { type FromHost, MODEL_PORT, type PortWanted } from './model-port.ts';

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

let opening: Promise<void> | undefined;

/** Opens the offscreen document that hosts the model. A browser allows one such document, and rejects a second. */
async function openHost(): Promise<void> {
	const [host] = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
	if (host) return;
	await browser.offscreen.createDocument({
		url: '/model-host.html',
		// The browser's list of reasons has none about models; this is the closest.
		reasons: ['WORKERS'],
		justification: 'The browser’s language model can be asked in documents only.',
	});
}

/** The answers that wait for their port from the document, by the port's name. */
const wanting = new Map<string, (port: Port) => void>();

/** Takes a port that the document has opened. False if it is another one: no question waits for it. */
export function takeHostPort(port: Port): boolean {
	const take = wanting.get(port.name);
	if (!take || !(port.sender?.url ?? '').startsWith(browser.runtime.getURL('/'))) return false;
	wanting.delete(port.name);
	take(port);
	return true;
}

/** Has the document open a port. Rejects with `interrupted` if the document has just gone. */
async function openPort(): Promise<Port> {
	const wanted: PortWanted = { portWanted: `${MODEL_PORT}${crypto.randomUUID()}` };
	const opened = new Promise<Port>((resolve) => wanting.set(wanted.portWanted, resolve));
	try {
		await browser.runtime.sendMessage(wanted);
	} catch {
		wanting.delete(wanted.portWanted);
		throw new LockchatError('interrupted');
	}
	return opened;
}

export const askHostedModel: AskModel = async function* (question, signal) {
	if (import.meta.env.FIREFOX) throw new LockchatError('browser-model-unavailable');
	opening ??= openHost().finally(() => {
		opening = undefined;
	});
	await opening;
	const port = await openPort();
	const pieces = new ReadableStream<ModelPiece>({
		start(pieces) {
			port.onMessage.addListener((message: FromHost) => {
				if ('text' in message) pieces.enqueue(message.text);
				else if ('unused' in message) pieces.enqueue(message);
				else if ('hasEnded' in message) pieces.close();
				else pieces.error(new LockchatError(message.failure.code, message.failure));
			});
			port.onDisconnect.addListener(() => pieces.error(new LockchatError('interrupted')));
			signal.addEventListener('abort', () => pieces.error(signal.reason));
		},
	});
	try {
		signal.throwIfAborted();
		port.postMessage(question);
		yield* pieces;
	} finally {
		port.disconnect();
	}
};
