import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import type { Message } from '../../../utils/chat/schema.ts';
import type { Background } from '../../../utils/run/background/create-background.ts';
import type { Watcher } from '../../../utils/run/background/hub.ts';
import { servePort } from '../../../utils/run/background/serve-port.ts';
import type { Update } from '../../../utils/run/protocol.ts';
import { createPortPair } from './fake-port.ts';

const OWN = { id: browser.runtime.id, url: `${browser.runtime.getURL('/' as never)}sidepanel.html` };

/** A port served by a background that only notes what it is told; messages arrive in later tasks. */
function serve(name: string, sender: { id: string; url: string }) {
	const handled: unknown[] = [];
	const posted: unknown[] = [];
	const { window, worker } = createPortPair(name, sender);
	const watchers: Watcher[] = [];
	const background: Background = {
		handle(watcher, command) {
			watchers.push(watcher);
			handled.push(command);
		},
		remove: () => handled.push('removed'),
		selections: { put: () => undefined, take: async () => null },
	};
	window.onMessage.addListener((message: unknown) => void posted.push(message));
	const dropped = new Promise<void>((resolve) => window.onDisconnect.addListener(() => resolve()));
	servePort(background, worker);
	const arrived = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
	const post = (update: Update) => watchers[0]?.post(update);
	return { window, handled, posted, dropped, arrived, post };
}

describe('a port to the background', () => {
	it('is served when one of the extension’s own pages opens it', async () => {
		const { window, handled, arrived } = serve('lockchat', OWN);
		window.postMessage({ type: 'attach', chatId: 'c' });
		await arrived();
		expect(handled).toEqual([{ type: 'attach', chatId: 'c' }]);
		window.disconnect();
		await arrived();
		expect(handled.at(-1)).toBe('removed');
	});

	it.each([
		['a web page', 'lockchat', { id: OWN.id, url: 'https://example.com/' }],
		[
			'a page whose address starts like ours',
			'lockchat',
			{ id: OWN.id, url: `https://evil.example/?${OWN.url}` },
		],
		['another extension', 'lockchat', { id: 'another-extension', url: OWN.url }],
		['a port of another name', 'other', OWN],
	])('is closed unheard when it comes from %s', async (_, name, sender) => {
		const { window, handled, dropped, arrived } = serve(name, sender);
		await dropped;
		expect(() => window.postMessage({ type: 'attach', chatId: 'c' })).toThrow();
		await arrived();
		expect(handled).toEqual([]);
	});

	it('greets a window before anything is asked, so that it knows of a background that is not there', async () => {
		const { posted, arrived } = serve('lockchat', OWN);
		await arrived();
		expect(posted).toEqual([{ type: 'ready' }]);
	});

	it('refuses what is no command, names the answer that waits for it, and logs nothing of its content', async () => {
		const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const { window, handled, posted, arrived } = serve('lockchat', OWN);
		window.postMessage({ type: 'ask', answerId: 'a', apiKey: 'sk-planted', question: 'my words' });
		await arrived();
		await arrived();
		expect(handled).toEqual([]);
		expect(posted.slice(1)).toEqual([
			{ type: 'refused', answerId: 'a', failure: { code: 'question-too-long' } },
		]);
		expect(log).toHaveBeenCalledTimes(1);
		expect(JSON.stringify(log.mock.calls)).not.toMatch(/planted|my words/);
	});

	it('carries what is larger than a port without its texts, and goes on carrying what is not', async () => {
		const { window, posted, arrived, post } = serve('lockchat', OWN);
		window.postMessage({ type: 'attach', chatId: 'c' });
		await arrived();
		const message = {
			id: 'a',
			chatId: 'c',
			parentId: 'q',
			role: 'assistant',
			parts: [{ type: 'text' as const, text: 'x'.repeat(65 * 1024 * 1024) }],
			status: 'done',
			createdAt: 1,
		} satisfies Message;
		post({
			type: 'events',
			answerId: 'a',
			since: 1,
			rev: 2,
			events: [{ type: 'ended', message, isUnsaved: false }],
		});
		post({ type: 'accepted', answerId: 'a' });
		await arrived();
		const told = { id: 'a', parts: [], status: 'failed', failure: { code: 'too-long' } };
		expect(posted.slice(1)).toMatchObject([
			{ type: 'events', events: [{ message: told }] },
			{ type: 'accepted' },
		]);
	});

	it('stays open and throws nothing, whatever is posted to it', async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const { window, handled, arrived } = serve('lockchat', OWN);
		const json = fc.jsonValue();
		for (const message of fc.sample(json, 200)) window.postMessage(message);
		window.postMessage({ type: 'stop', answerId: 'a' });
		await arrived();
		expect(handled).toEqual([{ type: 'stop', answerId: 'a' }]);
	});
});
