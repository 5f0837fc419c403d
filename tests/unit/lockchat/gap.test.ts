import { describe, expect, it, onTestFinished } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { createTextCompletion } from '../../../utils/lockchat/create-text-completion.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';
import { serve } from './serve.ts';

const END = STOP + DONE;
const CUT = 'data: {"id":"1","object":"chat.c';

describe('an event that is cut in its middle', () => {
	it.each([
		['the next one', CUT + text('b')],
		['the next one, without a space', CUT + text('b').replace('data: ', 'data:')],
		['the next one, on a line of its own', `${CUT}\n${text('b')}`],
		['one that is cut, too, and the next one', CUT + CUT + text('b')],
	])('case 76: leaves a gap before %s', async (_, middle) => {
		const outcome = await complete(text('a') + middle + text('c') + END);
		expect(outcome).toMatchObject({ text: 'abc', ends: ['stop'], error: null });
		expect(outcome.notes).toContain('gap');
	});

	it('case 76: leaves a gap before [DONE]', async () => {
		const outcome = await complete(text('a') + CUT + DONE);
		expect(outcome).toMatchObject({ text: 'a', error: null, notes: ['gap'] });
	});

	it('case 76: is a failure as before where nothing readable follows it', async () => {
		for (const middle of [`${CUT}\n\n`, `${CUT}data: {"x\n\n`, `${CUT}\n${CUT}\n\n`]) {
			const outcome = await complete(text('a') + middle + text('b') + END);
			expect(outcome).toMatchObject({ text: 'a', ends: [], notes: [], error: { code: 'malformed' } });
		}
	});

	it('case 76: is not seen in words that look like one, or in events that are glued but whole', async () => {
		const words = 'It reads data: {"id":1}data: [DONE]';
		expect(await complete(text(words) + END)).toMatchObject({ text: words, notes: [] });
		const glued = text('a').trimEnd() + text('b').trimEnd() + JSON.stringify(delta({ content: 'c' }));
		expect(await complete(`${glued}\n\n${END}`)).toMatchObject({ text: 'abc', notes: [], error: null });
	});

	it('case-76: is told by the local server', async () => {
		const server = await startServer();
		onTestFinished(() => server.close());
		const outcome = await outcomeOf(createCompletion(requestTo(server, { model: 'case-76' })));
		expect(outcome).toMatchObject({ text: 'Hello from the other side.', notes: ['gap'], error: null });
	});

	it('case 74: is none where it says of itself that it is an error', async () => {
		const { error } = await complete(text('a') + sse('[ERROR]: Daily quota used up') + DONE);
		expect(error).toMatchObject({ code: 'rate-limited' });
	});
});

describe('a server that streams in name only', () => {
	const message = { role: 'assistant', content: 'Hi', reasoning: 'Hm' };
	const body = { object: 'chat.completion', choices: [{ index: 0, message, finish_reason: 'stop' }] };
	const pretty = JSON.stringify(body, null, 2);
	const flat = JSON.stringify(body);

	it.each([
		`${flat}data: [DONE]`,
		`${flat}\ndata: [DONE]\n\n`,
		`${flat}\r\n\r\ndata: [DONE]\r\n\r\n`,
		`${pretty}\n\ndata: [DONE]\n\n`,
		`${pretty}data: [DONE]`,
		`data: ${flat}data: [DONE]`,
		`data: ${flat}\n\ndata: [DONE]\n\n`,
		`data: ${pretty}\n\ndata: [DONE]\n\n`,
		`data: ${pretty}\ndata: [DONE]\n\n`,
		`data: ${pretty.replaceAll('\n', '\r\n')}\r\n\r\n`,
		`: ping\n\n${pretty}\n\n${DONE}`,
		`${pretty.replaceAll(/^/gm, 'data: ')}\n\ndata: [DONE]\n\n`,
		`${flat}${DONE}${DONE}`,
	])('case 83: is read as it answers: %j', async (whole) => {
		for (const type of ['text/event-stream', 'application/json']) {
			for (const pieces of [[whole], whole.match(/[\s\S]{1,7}/g) ?? []]) {
				const outcome = await complete(pieces, { headers: { 'content-type': type } });
				expect(outcome).toMatchObject({
					text: 'Hi',
					reasoning: 'Hm',
					ends: ['stop'],
					error: null,
					notes: [],
				});
			}
		}
	});

	it('case 83: or in events of which only the first has no name', async () => {
		const first = JSON.stringify(delta({ content: 'a' }));
		expect(await complete(`${first}\n\n${text('b')}${END}`)).toMatchObject({ text: 'ab', ends: ['stop'] });
	});

	it('case 83: is not waited for behind [DONE]', async () => {
		const server = await serve((response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(`${flat}data: [DONE]`);
		});
		expect(await outcomeOf(createCompletion(requestTo(server)))).toMatchObject({ text: 'Hi', error: null });
	});

	it('case-83: is played by the local server', async () => {
		const server = await startServer();
		onTestFinished(() => server.close());
		let all = '';
		for await (const token of createTextCompletion(requestTo(server, { model: 'case-83' }))) all += token;
		expect(all).toBe('Hello from the other side.');
	});
});
