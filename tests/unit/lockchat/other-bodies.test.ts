import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { serve } from './serve.ts';

const END = STOP + DONE;

describe('a body of another kind', () => {
	it.each(['text/plain', 'application/json', 'application/octet-stream', 'text/html', ''])(
		'case 47: with events in it works as "%s"',
		async (type) => {
			const outcome = await complete(text('a') + END, { headers: { 'content-type': type } });
			expect(outcome).toMatchObject({ text: 'a', ends: ['stop'], error: null });
		},
	);

	it('case 48: as Ollama’s own API streams it names the right address, at the first line', async () => {
		const line =
			'{"model":"x","created_at":"2024","message":{"role":"assistant","content":"Hi"},"done":false}\n';
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'application/x-ndjson' });
			response.write(line);
		});
		const { error, texts } = await outcomeOf(createCompletion(requestTo(server)));
		expect(error).toMatchObject({ code: 'wrong-protocol', detail: `${server.url}/v1` });
		expect(texts).toEqual([]);
		await server.asked[0]?.closed;
	});

	it('case 48: as lines of JSON of any kind is not half an answer', async () => {
		const lines = `${JSON.stringify(delta({ content: 'a' }))}\n${JSON.stringify(delta({ content: 'b' }))}\n`;
		const { error, texts } = await complete(lines, { headers: { 'content-type': 'application/x-ndjson' } });
		expect(error?.code).toBe('wrong-protocol');
		expect(texts).toEqual([]);
	});
});
