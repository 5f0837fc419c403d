import { type IncomingHttpHeaders, request } from 'node:http';

export interface Exchange {
	/** Null if the connection broke before the head of the response came. */
	status: number | null;
	headers: IncomingHttpHeaders;
	body: string;
	/** `left`: the expected bytes had come, the server had not ended, and this client left. */
	end: 'ended' | 'reset' | 'left';
}

export interface Question {
	url: string;
	model: string;
	/** “Hi” when left out. */
	content?: string;
	headers?: Record<string, string>;
	/** The client leaves as soon as the body matches this. */
	leaveAt?: RegExp;
	/** Parameters beside the model and the messages. The answer is streamed unless they say otherwise. */
	parameters?: Record<string, unknown>;
}

/** Asks one question over a plain socket, so that resets and the exact bytes can be seen. */
export function exchange(question: Question): Promise<Exchange> {
	return new Promise((resolve) => run(question, resolve));
}

function run(question: Question, done: (seen: Exchange) => void) {
	const { url, model, content = 'Hi', headers = {}, leaveAt, parameters } = question;
	const seen: Exchange = { status: null, headers: {}, body: '', end: 'ended' };
	const finish = (end: Exchange['end']) => done({ ...seen, end });
	const call = request(`${url}/v1/chat/completions`, { method: 'POST', headers }, (response) => {
		seen.status = response.statusCode ?? null;
		seen.headers = response.headers;
		const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
		response.on('data', (bytes: Buffer) => {
			seen.body += decoder.decode(bytes, { stream: true });
			if (!leaveAt?.test(seen.body)) return;
			finish('left');
			call.destroy();
		});
		response.on('end', () => finish('ended'));
		response.on('error', () => finish('reset'));
	});
	call.on('error', () => finish('reset'));
	call.end(JSON.stringify({ model, messages: [{ role: 'user', content }], stream: true, ...parameters }));
}
