import { request as ask, type OutgoingHttpHeaders, type RequestListener } from 'node:http';

/** Passes every request on to a server, and its answer back; `keep` may leave headers of the answer out. */
export function relayTo(
	upstream: string,
	keep = (headers: OutgoingHttpHeaders): OutgoingHttpHeaders => headers,
): RequestListener {
	return (request, response) => {
		const { method = '', headers } = request;
		const relayed = ask(`${upstream}${request.url}`, { method, headers }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, keep(answer.headers));
			answer.pipe(response);
		});
		request.pipe(relayed);
		response.once('close', () => relayed.destroy());
		relayed.once('error', () => response.destroy());
	};
}
