import { DONE, STOP, text } from './complete.ts';
import { type Server, serve } from './serve.ts';

/** The server of requests that a test answers itself: nothing listens there. */
export const NOWHERE: Server = { url: 'http://127.0.0.1:11434', asked: [] };

/** A server that refuses `times` times, then answers. */
export function serveAfter(
	times: number,
	refusal: { status: number; headers?: Record<string, string>; body?: string },
) {
	return serve((response, _, ordinal) => {
		response.writeHead(ordinal < times ? refusal.status : 200, ordinal < times ? refusal.headers : {});
		response.end(ordinal < times ? (refusal.body ?? '{"error":"busy"}') : text('a') + STOP + DONE);
	});
}
