import { onTestFinished } from 'vitest';
import type { KeptStream } from '../../../utils/lockchat/exchange/kept-stream.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import type { Step } from '../../lockchat-server/types.ts';
import { endpointAt } from './complete.ts';

const ROOM = 1024 * 1024;

/** A server that keeps streams, with one model that plays these steps, and a request to it. */
export async function resumable(steps: readonly Step[], keptStreamBytes = ROOM) {
	const server = await startServer({ keptStreamBytes });
	onTestFinished(() => server.close());
	const model = server.script('kept', steps);
	const stream: KeptStream = {
		endpoint: endpointAt(server.url, { isResumable: true }),
		conversationId: 'answer/1',
	};
	return {
		server,
		stream,
		request: { ...stream, model, messages: [{ role: 'user' as const, content: 'Hi' }] },
	};
}

/** What `fetch` was asked for, as `METHOD /path`; after `cutAfter` calls nothing is reached any more. */
export function recordedFetch(cutAfter = Number.POSITIVE_INFINITY) {
	const calls: string[] = [];
	const recorded: typeof fetch = (input, init) => {
		const { pathname, search } = new URL(String(input));
		calls.push(`${init?.method} ${pathname}${search}`);
		return calls.length > cutAfter ? Promise.reject(new TypeError('Failed to fetch')) : fetch(input, init);
	};
	return { calls, fetch: recorded };
}
