// @vitest-environment node
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fetchPdf } from '../../../components/chat/services/fetch-pdf.ts';
import { fetchPdf as fetchInBackground } from '../../../utils/run/background/fetch-pdf.ts';
import { createKeepAlive } from '../../../utils/run/background/keep-alive.ts';
import type { Reply } from '../../../utils/run/protocol.ts';

type Client = Parameters<typeof fetchPdf>[0];

let answer: RequestListener;
const server = createServer((request, response) => answer(request, response));
let url = '';

/** A background on the other side of the port, which is not what is tried here. */
const client: Client = {
	async request(asked): Promise<Reply> {
		if (asked.type !== 'fetch-pdf') throw new Error('Not asked for here.');
		const result = await fetchInBackground({ ...asked, requestId: 'r' }, createKeepAlive());
		return { type: 'fetch-pdf', result };
	},
};

const fetched = (options: Partial<Parameters<typeof fetchPdf>[2]> = {}, from = url) =>
	fetchPdf(client, from, {
		signal: new AbortController().signal,
		maxBytes: 1000,
		onShare: () => undefined,
		...options,
	});

beforeEach(async () => {
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	url = typeof address === 'object' && address ? `http://127.0.0.1:${address.port}/paper` : '';
});

afterAll(() => vi.unstubAllGlobals());
vi.stubGlobal('window', new EventTarget());

afterEach(async () => {
	server.closeAllConnections();
	server.close();
	await once(server, 'close');
});

describe('case 248: the PDF of a tab', () => {
	it('comes from the background in pieces, and how much of it has come is told', async () => {
		let sendRest = (): void => undefined;
		answer = (_, response) => {
			response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': 12 });
			response.write('%PDF-1');
			sendRest = () => response.end('.4 end');
		};
		// The rest is sent only once the first half is told, so that the two cannot come together.
		const onShare = vi.fn((share: number | null) => {
			if (share !== 1) sendRest();
		});
		expect(new TextDecoder().decode(await fetched({ onShare }))).toBe('%PDF-1.4 end');
		expect(onShare.mock.calls.flat()).toEqual([0.5, 1]);
	});
});

describe('case 249: the PDF of a tab is not taken', () => {
	it.each<[why: string, what: string, answer: RequestListener]>([
		[
			'refused',
			'is a page now',
			(_, to) => to.writeHead(200, { 'content-type': 'text/html' }).end('<p>Log in'),
		],
		[
			'refused',
			'is gone',
			(_, to) => to.writeHead(404, { 'content-type': 'application/pdf' }).end('%PDF-1.4'),
		],
		[
			'unreachable',
			'leads elsewhere',
			(_, to) => to.writeHead(302, { location: 'http://127.0.0.1:9/' }).end(),
		],
		[
			'unreachable',
			'is cut off',
			(_, to) => to.writeHead(200, { 'content-length': 99 }).write('%PDF-', () => to.destroy()),
		],
		[
			'too-large',
			'is said to be too large',
			(_, to) => to.writeHead(200, { 'content-length': 1001 }).end('%PDF-'),
		],
		['too-large', 'is too large', (_, to) => to.writeHead(200).end(`%PDF-${'x'.repeat(1000)}`)],
	])('as %s where it %s', async (why, _, answering) => {
		answer = answering;
		await expect(fetched()).rejects.toMatchObject({ why });
	});

	it('where its address is none of the web', async () => {
		await expect(fetched({}, 'file:///etc/passwd')).rejects.toMatchObject({ why: 'unreachable' });
	});

	it('once the user has cancelled, and the server is let go', async () => {
		const controller = new AbortController();
		const closed = new Promise<void>((resolve) => {
			answer = (request, response) => {
				request.on('close', resolve);
				response.writeHead(200).write('%PDF-');
			};
		});
		const onShare = () => controller.abort();
		await expect(fetched({ signal: controller.signal, onShare })).rejects.toThrow('abort');
		await closed;
	});
});
