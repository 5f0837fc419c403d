import type { browser } from 'wxt/browser';
import { askOwnModel, explainModel, type ModelQuestion } from './language-model.ts';
import { type FromHost, MODEL_PORT, type PortWanted } from './model-port.ts';

type Port = ReturnType<typeof browser.runtime.connect>;

/** Whether a message asks for a port. Nobody but this extension can send one: it has no `externally_connectable`. */
export function wantsPort(message: unknown): message is PortWanted {
	if (typeof message !== 'object' || message === null || !('portWanted' in message)) return false;
	return typeof message.portWanted === 'string' && message.portWanted.startsWith(MODEL_PORT);
}

/** Answers the question of one port with this document's model, and stops when the port drops. */
export function serveModel(port: Port): void {
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
}
