import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface Asked {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	/** The body as text. */
	body: string;
	/** Resolves when the connection of this request is gone. */
	closed: Promise<unknown>;
}

export interface Server {
	url: string;
	/** The requests so far, in order. */
	asked: Asked[];
}

/** A real server on a free port of this computer. It is closed when the test ends. */
export async function serve(
	answer: (response: ServerResponse, asked: Asked, ordinal: number) => unknown,
): Promise<Server> {
	const asked: Asked[] = [];
	const server = createServer(async (request, response) => {
		const pieces: Buffer[] = [];
		for await (const piece of request) pieces.push(piece);
		const one: Asked = {
			method: request.method ?? '',
			path: request.url ?? '',
			headers: request.headers,
			body: Buffer.concat(pieces).toString(),
			closed: once(response, 'close'),
		};
		asked.push(one);
		await answer(response, one, asked.length - 1);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return { url: `http://127.0.0.1:${address.port}`, asked };
}

/** Writes each piece by itself, so that it travels alone, and ends. */
async function writePieces(
	response: ServerResponse,
	pieces: readonly (string | Uint8Array)[],
): Promise<void> {
	for (const piece of pieces) {
		if (response.destroyed) return;
		response.write(piece);
		await new Promise(setImmediate);
	}
	response.end();
}

/** A server that gives every request the same answer. */
export function serveBody(
	body: string | Uint8Array | readonly (string | Uint8Array)[],
	{ status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<Server> {
	return serve(async (response) => {
		response.writeHead(status, { 'content-type': 'text/event-stream', ...headers });
		await writePieces(response, typeof body === 'string' || body instanceof Uint8Array ? [body] : body);
	});
}
