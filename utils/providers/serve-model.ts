import type { browser } from 'wxt/browser';
import { askOwnModel, explainModel, type ModelQuestion } from './language-model.ts';
import { type FromHost, MODEL_PORT } from './model-port.ts';

type Port = Parameters<Parameters<typeof browser.runtime.onConnect.addListener>[0]>[0];

/** Whether the port comes from the background or a page of this extension. Nobody else may ask. */
function isOwn({ sender }: Port): boolean {
	return (sender?.url ?? '').startsWith(`${location.origin}/`);
}

/**
 * Answers the question of one port with this document's model, and stops when the port drops. False if the port is
 * about something else, or comes from a web page.
 */
export function serveModel(port: Port): boolean {
	if (port.name !== MODEL_PORT || !isOwn(port)) return false;
	const abort = new AbortController();
	port.onDisconnect.addListener(() => abort.abort());

	function say(message: FromHost): void {
		if (!abort.signal.aborted) port.postMessage(message);
	}

	async function answer(question: ModelQuestion): Promise<void> {
		try {
			for await (const piece of askOwnModel(question, abort.signal))
				say(typeof piece === 'string' ? { text: piece } : piece);
			say({ hasEnded: true });
		} catch (error) {
			say({ failure: explainModel(error) });
		}
	}

	port.onMessage.addListener((question: ModelQuestion) => void answer(question));
	return true;
}
