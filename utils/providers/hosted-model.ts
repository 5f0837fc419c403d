/** Asks the browser's model from a background that has none itself: some versions of Chromium have it in documents only. */
import { browser } from 'wxt/browser';
import { LockchatError } from '../lockchat/lockchat-error.ts';
import type { AskModel, ModelPiece } from './language-model.ts';
import { type FromHost, MODEL_PORT } from './model-port.ts';

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

export const askHostedModel: AskModel = async function* (question, signal) {
	if (import.meta.env.FIREFOX) throw new LockchatError('browser-model-unavailable');
	opening ??= openHost().finally(() => {
		opening = undefined;
	});
	await opening;
	signal.throwIfAborted();
	const port = browser.runtime.connect({ name: MODEL_PORT });
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
	port.postMessage(question);
	try {
		yield* pieces;
	} finally {
		port.disconnect();
	}
};
