import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { askHostedModel, takeHostPort } from '../../../utils/providers/hosted-model.ts';
import { explainModel } from '../../../utils/providers/language-model.ts';
import { serveModel, wantsPort } from '../../../utils/providers/serve-model.ts';
import { createFakeLanguageModel } from '../../browser-model/fake-language-model.mjs';

type Port = Parameters<typeof serveModel>[0];
type Log = NonNullable<NonNullable<Parameters<typeof createFakeLanguageModel>[0]>['log']>;

const ORIGIN = 'chrome-extension://abcdef';

/** Two ends of a port: what is posted at one arrives at the other as JSON, a turn later. */
function createPorts(name: string, url: string) {
	const ends = [0, 1].map(() => ({
		messages: new Set<(message: unknown) => void>(),
		drops: new Set<() => void>(),
	}));
	const end = (own: number) => ({
		name,
		sender: { url },
		onMessage: { addListener: (heard: (message: unknown) => void) => ends[own]?.messages.add(heard) },
		onDisconnect: { addListener: (heard: () => void) => ends[own]?.drops.add(heard) },
		postMessage: (message: unknown) => {
			const sent: unknown = JSON.parse(JSON.stringify(message));
			queueMicrotask(() => {
				for (const heard of ends[1 - own]?.messages ?? []) heard(sent);
			});
		},
		disconnect: () =>
			queueMicrotask(() => {
				for (const heard of ends[1 - own]?.drops ?? []) heard();
			}),
	});
	return [end(0), end(1)].map((port) => port as unknown as Port) as [Port, Port];
}

const documents: unknown[] = [];
let hosts: Port[] = [];
let log: Log;

beforeEach(() => {
	fakeBrowser.reset();
	documents.length = 0;
	hosts = [];
	log = [];
	vi.stubGlobal('LanguageModel', createFakeLanguageModel({ log }));
	vi.stubGlobal('navigator', { languages: ['en'] });
	vi.stubGlobal('location', { origin: ORIGIN });
	Object.assign(fakeBrowser, {
		offscreen: { createDocument: async (document: unknown) => void documents.push(document) },
	});
	Object.assign(fakeBrowser.runtime, {
		getContexts: async () => documents,
		getURL: (path: string) => `${ORIGIN}${path}`,
		sendMessage: async (message: unknown) => {
			if (!wantsPort(message)) throw new Error('Nobody listens.');
			const [background, host] = createPorts(message.portWanted, `${ORIGIN}/model-host.html`);
			hosts.push(host);
			serveModel(host);
			expect(takeHostPort(background)).toBe(true);
		},
	});
});
afterEach(() => vi.unstubAllGlobals());

async function ask(content: string, signal = new AbortController().signal) {
	const pieces: string[] = [];
	const messages = [{ role: 'user', content } as const];
	for await (const piece of askHostedModel({ messages, temperature: null }, signal))
		pieces.push(String(piece));
	return pieces;
}

describe('a model that only documents have', () => {
	it('answers over a port from a document, which is made once', async () => {
		const answers = await Promise.all([ask('Hi there'), ask('And you')]);
		expect(answers).toEqual([
			['', 'Hi ', 'there '],
			['', 'And ', 'you '],
		]);
		await ask('Again');
		expect(documents).toHaveLength(1);
	});

	it('tells its failures over the port', async () => {
		const failing = ask('fail-NotReadableError').catch(explainModel);
		expect(await failing).toEqual({ code: 'answer-filtered', detail: 'The fake was told to fail.' });
	});

	it('stops when the answer is stopped', async () => {
		const abort = new AbortController();
		const asking = ask('hold', abort.signal);
		await vi.waitFor(() => expect(log).toContainEqual({ asked: [{ role: 'user', content: 'hold' }] }));
		abort.abort(new Error('stopped'));
		await expect(asking).rejects.toThrow('stopped');
		await vi.waitFor(() => expect(log).toContainEqual({ destroyed: true }));
	});

	it('leaves an answer interrupted when its document goes', async () => {
		const asking = ask('hold').catch(explainModel);
		await vi.waitFor(() => expect(hosts).toHaveLength(1));
		hosts[0]?.disconnect();
		expect(await asking).toEqual({ code: 'interrupted' });
	});

	it('leaves an answer interrupted when its document has just gone', async () => {
		const sendMessage = async () => Promise.reject(new Error('Receiving end does not exist.'));
		Object.assign(fakeBrowser.runtime, { sendMessage });
		expect(await ask('Hi').catch(explainModel)).toEqual({ code: 'interrupted' });
	});

	it('takes no port that no question waits for, nor one of a web page', async () => {
		expect(takeHostPort(createPorts('lockchat', `${ORIGIN}/popup.html`)[1])).toBe(false);
		expect(takeHostPort(createPorts('browser-model:other', `${ORIGIN}/model-host.html`)[1])).toBe(false);
		const sendMessage = async (message: unknown) => {
			if (!wantsPort(message)) throw new Error('Nobody listens.');
			expect(takeHostPort(createPorts(message.portWanted, 'https://example.com/')[1])).toBe(false);
			throw new Error('No more is tried.');
		};
		Object.assign(fakeBrowser.runtime, { sendMessage });
		await ask('Hi').catch(() => null);
		expect.assertions(3);
	});

	it('opens a port for no message but the one that asks for it', () => {
		for (const message of [null, 'browser-model:1', {}, { portWanted: 1 }, { portWanted: 'lockchat' }])
			expect(wantsPort(message)).toBe(false);
	});
});
