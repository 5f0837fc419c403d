import { expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing';
import { createRunClient } from '../../../utils/run/window/run-client.ts';
import { createPortPair } from './fake-port.ts';

const SENDER = { id: 'lockchat', url: 'lockchat://page' };
const MESSAGE = {
	id: 'a',
	chatId: 'c',
	parentId: 'q',
	role: 'assistant',
	parts: [],
	status: 'waiting',
	createdAt: 1,
} as const;

/** A window with one port to a background of the test's, which is told all that the window posts. */
function openWindow() {
	fakeBrowser.reset();
	vi.spyOn(browser.runtime, 'id', 'get').mockReturnValue('lockchat');
	const { window, worker } = createPortPair('chat', SENDER);
	browser.runtime.connect = vi.fn(() => window) as unknown as typeof browser.runtime.connect;
	const happened: string[] = [];
	const post = window.postMessage;
	window.postMessage = (command: { type: string }) => {
		happened.push(command.type);
		post(command);
	};
	const client = createRunClient(Promise.resolve(null));
	client.attach('c');
	const start = () =>
		worker.postMessage({
			type: 'events',
			answerId: 'a',
			since: 0,
			rev: 1,
			events: [{ type: 'started', message: MESSAGE }],
		});
	return { client, happened, start };
}

it('A window acknowledges what has come after it is drawn', async () => {
	const { client, happened, start } = openWindow();
	client.subscribe(() => {
		// Draws as React draws what is urgent: in a promise of the same turn.
		void Promise.resolve().then(() => happened.push('drawn'));
	});
	start();
	await vi.waitFor(() => expect(happened).toContain('ack'));
	expect(happened).toEqual(['attach', 'drawn', 'ack']);
	client.close();
});
