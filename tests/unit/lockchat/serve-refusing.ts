import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import type { CompletionRequest } from '../../../utils/lockchat/types.ts';
import { DONE, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { serve } from './serve.ts';

export type Body = Record<string, unknown> & { messages: Record<string, unknown>[] };

/**
 * A server that refuses a request, with these words and this status, if `isRefused` says so of its body. It answers any
 * other.
 */
export async function serveRefusing(message: string, isRefused: (body: Body) => boolean, status = 400) {
	const server = await serve((response, asked) => {
		const refuses = isRefused(JSON.parse(asked.body));
		response.writeHead(refuses ? status : 200, {
			'content-type': refuses ? 'application/json' : 'text/event-stream',
		});
		response.end(refuses ? JSON.stringify({ error: { message } }) : text('a') + STOP + DONE);
	});
	const bodies = (): Body[] => server.asked.map(({ body }) => JSON.parse(body));
	const ask = (more: Partial<CompletionRequest> = {}) => outcomeOf(createCompletion(requestTo(server, more)));
	return { server, bodies, ask };
}
