import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody } from '../lockchat-server/json.mjs';
import type { Driver } from './driver-commands.ts';

/** The server that tells driver pages what to do, and takes their replies. */
export interface ControlServer {
	url: string;
	/** Serves a page of HTML; resolves when a browser has fetched it. */
	serve(path: string, html: string): Promise<void>;
	driver(name: string): Driver;
	/** Whether a driver of this name asks for something to do within this time. */
	hasDriver(name: string, withinMs: number): Promise<boolean>;
	close(): Promise<void>;
}

interface Call {
	message: object;
	/** The reply is JSON: the output of the driver, or what went wrong in it. */
	takeReply(reply: string): void;
}

/** The calls to one driver, in their order; the first one may be under way. */
interface Desk {
	calls: Call[];
	isUnderWay: boolean;
	/** The request of a driver that has nothing to do. */
	idle: ServerResponse | null;
	/** Called when the driver asks for something to do. */
	onIdle: (() => void) | null;
}

const HEADERS = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' };

export async function startControlServer(): Promise<ControlServer> {
	const desks = new Map<string, Desk>();
	const pages = new Map<string, { html: string; fetched: () => void }>();

	function deskOf(name: string): Desk {
		const desk = desks.get(name) ?? { calls: [], isUnderWay: false, idle: null, onIdle: null };
		desks.set(name, desk);
		return desk;
	}

	function handOut(desk: Desk): void {
		const [call] = desk.calls;
		if (!call || desk.isUnderWay || !desk.idle) return;
		desk.isUnderWay = true;
		desk.idle.writeHead(200, HEADERS).end(JSON.stringify(call.message));
		desk.idle = null;
	}

	async function takeRequest(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
		const reply = (await readBody(request)).toString('utf8');
		// The first request of a driver carries no reply.
		if (reply !== '' && desk.isUnderWay) desk.calls.shift()?.takeReply(reply);
		desk.isUnderWay = false;
		desk.idle = response;
		desk.onIdle?.();
		response.once('close', () => {
			if (desk.idle === response) desk.idle = null;
		});
		handOut(desk);
	}

	const server = createServer((request, response) => {
		const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
		if (pathname === '/next') {
			takeRequest(deskOf(searchParams.get('driver') ?? ''), request, response).catch((error: unknown) => {
				response.destroy(error instanceof Error ? error : new Error(String(error)));
			});
			return;
		}
		const page = pages.get(pathname);
		response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' });
		response.end(page?.html);
		page?.fetched();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The control server has no port.');

	return {
		url: `http://127.0.0.1:${address.port}`,
		serve: (path, html) => new Promise((fetched) => void pages.set(path, { html, fetched })),
		driver: (name) => ({
			call: (command, ...input) =>
				new Promise((resolve, reject) => {
					const desk = deskOf(name);
					desk.calls.push({
						message: { command, input },
						takeReply(reply) {
							const { output, error } = JSON.parse(reply);
							if (error === undefined) resolve(output);
							else reject(new Error(`In the driver: ${error}`));
						},
					});
					handOut(desk);
				}),
		}),
		hasDriver(name, withinMs) {
			const desk = deskOf(name);
			if (desk.idle) return Promise.resolve(true);
			return new Promise((resolve) => {
				const timer = setTimeout(() => resolve(false), withinMs);
				desk.onIdle = () => {
					clearTimeout(timer);
					resolve(true);
				};
			});
		},
		async close() {
			const closed = once(server, 'close');
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
}
