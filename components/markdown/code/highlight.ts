import HighlightWorker from './highlight.worker.ts?worker';
import type { HighlightNode, HighlightReply, HighlightRequest } from './highlight-node.ts';

const waiting = new Map<number, (nodes: HighlightNode[] | null) => void>();
let worker: Worker | null = null;
let lastId = 0;

/**
 * Colours a piece of code, in a worker that is started for the first one.
 *
 * @param language a name that `findLanguage` gave
 * @returns null if that failed; never rejects
 */
export function highlight(code: string, language: string): Promise<HighlightNode[] | null> {
	worker ??= startWorker();
	lastId += 1;
	const request: HighlightRequest = { id: lastId, code, language };
	worker.postMessage(request);
	return new Promise((resolve) => waiting.set(request.id, resolve));
}

function startWorker(): Worker {
	const started = new HighlightWorker();
	started.onmessage = ({ data }: MessageEvent<HighlightReply>) => {
		waiting.get(data.id)?.(data.nodes);
		waiting.delete(data.id);
	};
	started.onerror = () => {
		for (const resolve of waiting.values()) resolve(null);
		waiting.clear();
		started.terminate();
		worker = null;
	};
	return started;
}
