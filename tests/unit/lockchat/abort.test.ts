import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { createTextCompletion } from '../../../utils/lockchat/create-text-completion.ts';
import { DONE, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { latch } from './latch.ts';
import { type Server, serve, serveBody } from './serve.ts';

const END = STOP + DONE;

describe('an abort', () => {
	const reason = new Error('the user pressed Stop');

	async function* endless(): AsyncGenerator<string> {
		for (;;) yield text('a');
	}

	/** Streams until the connection is closed. */
	async function serveEndless() {
		return serve(async (response, { method }) => {
			if (method === 'GET') {
				response.end();
				return;
			}
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			for await (const piece of endless()) {
				if (response.destroyed) return;
				response.write(piece);
				await new Promise(setImmediate);
			}
		});
	}

	/**
	 * Whether the server has seen the first request's connection close by the time it answers another request that is
	 * made now. This order, unlike a clock, tells a busy machine from a connection that is left open for a while.
	 */
	async function hasClosedFirst({ url, asked }: Server): Promise<boolean> {
		let hasClosed = false;
		void asked[0]?.closed.then(() => {
			hasClosed = true;
		});
		await fetch(url);
		return hasClosed;
	}

	it('before the request sends nothing', async () => {
		const server = await serveBody(text('a') + END);
		const events = createCompletion(requestTo(server), { signal: AbortSignal.abort(reason) });
		await expect(events.next()).rejects.toBe(reason);
		expect(server.asked).toEqual([]);
	});

	it('before the first byte closes the connection at once and throws its reason', async () => {
		const arrived = latch<void>();
		const server = await serve((response, { method }) => {
			if (method === 'GET') response.end();
			else arrived.resolve();
		});
		const controller = new AbortController();
		const reading = outcomeOf(createCompletion(requestTo(server), { signal: controller.signal }));
		await arrived.promise;
		controller.abort(reason);
		await expect(reading).rejects.toBe(reason);
		expect(await hasClosedFirst(server)).toBe(true);
	});

	it('in the middle closes the connection, and no late token comes', async () => {
		const server = await serveEndless();
		const controller = new AbortController();
		const seen: string[] = [];
		const reading = (async () => {
			for await (const token of createTextCompletion(requestTo(server), { signal: controller.signal })) {
				seen.push(token);
				if (seen.length === 3) controller.abort(reason);
			}
		})();
		await expect(reading).rejects.toBe(reason);
		expect(seen).toHaveLength(3);
		await server.asked[0]?.closed;
	});

	it('is heard among tokens that came together', async () => {
		const server = await serveBody('abcdef'.replaceAll(/./g, text) + END);
		const controller = new AbortController();
		const seen: string[] = [];
		const reading = (async () => {
			for await (const token of createTextCompletion(requestTo(server), { signal: controller.signal })) {
				seen.push(token);
				if (token === 'b') controller.abort(reason);
			}
		})();
		await expect(reading).rejects.toBe(reason);
		expect(seen).toEqual(['a', 'b']);
	});

	it('leaves nothing behind on a signal that lives on', async () => {
		const server = await serveBody(text('a') + END);
		const { signal } = new AbortController();
		const listeners = new Set<unknown>();
		const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)];
		signal.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
			listeners.add(listener);
			add(type, listener, options);
		};
		signal.removeEventListener = (type: string, listener: EventListener) => {
			listeners.delete(listener);
			remove(type, listener);
		};
		await outcomeOf(createCompletion(requestTo(server), { signal }));
		expect(listeners.size).toBe(0);
	});

	it('is not needed by one who leaves the loop', async () => {
		const server = await serveEndless();
		for await (const token of createTextCompletion(requestTo(server))) {
			expect(token).toBe('a');
			break;
		}
		expect(await hasClosedFirst(server)).toBe(true);
	});

	it('is not needed either when the loop throws', async () => {
		const server = await serveEndless();
		const mine = new Error('mine');
		await expect(async () => {
			for await (const _ of createTextCompletion(requestTo(server))) throw mine;
		}).rejects.toBe(mine);
		await server.asked[0]?.closed;
	});
});
