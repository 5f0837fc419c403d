import { createServer } from 'node:http';
import { type Listening, listen } from '../harness/listen.ts';

/** Serves these pages by their paths. It is a site of its own: another port is another origin. */
export async function startPageServer(
	pages: Record<string, { type: string; body: string }>,
): Promise<Listening> {
	const server = createServer((request, response) => {
		const page = pages[request.url ?? ''];
		response.writeHead(page ? 200 : 404, { 'Content-Type': page?.type ?? 'text/plain' }).end(page?.body);
	});
	return listen(server);
}
