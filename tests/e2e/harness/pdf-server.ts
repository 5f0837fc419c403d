import { once } from 'node:events';
import { createServer } from 'node:http';

export interface PdfServer {
	/** The address of the PDF, which tells nothing of what it is. */
	url: string;
	/** What each request for it had as its cookie. */
	cookies: (string | undefined)[];
	close(): Promise<void>;
}

/** A site that shows one PDF. It gives a cookie with it that no other site may send. */
export async function startPdfServer(pdf: Buffer): Promise<PdfServer> {
	const cookies: PdfServer['cookies'] = [];
	const server = createServer((request, response) => {
		if (request.url !== '/paper') {
			response.writeHead(404).end();
			return;
		}
		cookies.push(request.headers.cookie);
		const headers = { 'Content-Type': 'application/pdf', 'Set-Cookie': 'reader=1; SameSite=Strict' };
		response.writeHead(200, headers).end(pdf);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
	return {
		url: `http://127.0.0.1:${address.port}/paper`,
		cookies,
		async close() {
			server.closeAllConnections();
			server.close();
			await once(server, 'close');
		},
	};
}
