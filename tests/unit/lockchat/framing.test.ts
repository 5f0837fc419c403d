import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { createTextCompletion } from '../../../utils/lockchat/create-text-completion.ts';
import { complete, DONE, delta, requestTo, STOP, sse, text } from './complete.ts';
import { latch } from './latch.ts';
import { serve } from './serve.ts';

const END = STOP + DONE;
const chunk = (content: string) => JSON.stringify(delta({ content }));

describe('the bytes of an event stream', () => {
	const bytes = Buffer.from(text('Привет, 🌍!').replaceAll('\n', '\r\n') + text('é') + END);

	it('case 1: may be cut anywhere, also inside a character and between CR and LF', async () => {
		const whole = await complete(bytes);
		expect(whole.text).toBe('Привет, 🌍!é');
		const everyByte = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1));
		expect(await complete(everyByte)).toEqual(whole);
	});

	it.each([
		['LF', '\n'],
		['CR', '\r'],
		['CRLF', '\r\n'],
	])('case 2: may end their lines in %s', async (_, lineEnd) => {
		const { texts, ends } = await complete((text('a') + text('b') + END).replaceAll('\n', lineEnd));
		expect(texts).toEqual(['a', 'b']);
		expect(ends).toEqual(['stop']);
	});

	it('case 2: may mix their line ends', async () => {
		const body = `data: ${chunk('a')}\r\n\ndata: ${chunk('b')}\r\rdata: ${chunk('c')}\n\r\n${END}`;
		const { texts, ends } = await complete(body);
		expect(texts).toEqual(['a', 'b', 'c']);
		expect(ends).toEqual(['stop']);
	});

	it('case 3: may begin with a byte order mark', async () => {
		const { text: all, ends } = await complete([
			Buffer.from([0xef, 0xbb]),
			Buffer.from([0xbf]),
			text('a') + END,
		]);
		expect(all).toBe('a');
		expect(ends).toEqual(['stop']);
	});

	it('case 4: need no space after the colon', async () => {
		expect((await complete((text('a') + END).replaceAll('data: ', 'data:'))).text).toBe('a');
	});

	it.each([': OPENROUTER PROCESSING', ': keep-alive', ': PING', ':'])(
		'case 5: hold comments such as "%s", which leave the answer waiting',
		async (comment) => {
			const waiting = await complete(`${comment}\n\n${comment}\n\n${text('a')}${comment}\n\n${END}`);
			expect(waiting.statuses.map(({ status }) => status)).toEqual(['connecting', 'accepted', 'queued']);
			expect(waiting).toMatchObject({ text: 'a', ends: ['stop'], error: null });
		},
	);

	it.each([
		'event: ping\n\n',
		'event: ping\ndata: {"type":"ping"}\n\n',
		'data:\n\n',
		'data: \n\n',
		'data\n\n',
	])('case 6: hold empty events such as %j, which mean nothing', async (event) => {
		const { texts, error } = await complete(event + text('a') + event + END);
		expect(texts).toEqual(['a']);
		expect(error).toBeNull();
	});

	it('case 7: may spread one JSON over several data lines', async () => {
		const pretty = JSON.stringify(delta({ content: 'a' }), null, 2);
		const body = `${pretty.replaceAll(/^/gm, 'data: ')}\n\n${END}`;
		expect(body.split('\n').length).toBeGreaterThan(5);
		expect((await complete(body)).text).toBe('a');
	});

	it('case 8: may have a single newline between events', async () => {
		const { texts, ends } = await complete(
			(text('a') + text('b') + text('c') + END).replaceAll('\n\n', '\n'),
		);
		expect(texts).toEqual(['a', 'b', 'c']);
		expect(ends).toEqual(['stop']);
	});

	it('case 8: need not wait for the end of such a stream: each event comes when the next one begins', async () => {
		const next = latch<void>();
		const server = await serve(async (response) => {
			response.writeHead(200, { 'content-type': 'text/event-stream' });
			response.write(`data: ${chunk('a')}\n`);
			response.write(`data: ${chunk('b')}\n`);
			await next.promise;
			response.end(`data: ${chunk('c')}\ndata: [DONE]\n`);
		});
		const tokens: string[] = [];
		for await (const token of createTextCompletion(requestTo(server))) {
			tokens.push(token);
			next.resolve();
		}
		expect(tokens).toEqual(['a', 'b', 'c']);
	});

	it('case 8: keep what came whole when such a stream is cut', async () => {
		const body = (text('a') + text('b') + text('c')).replaceAll('\n\n', '\n').slice(0, -10);
		const { texts, error } = await complete(body);
		expect(texts).toEqual(['a', 'b']);
		expect(error?.code).toBe('interrupted');
	});

	it('case 9: may end right after [DONE]', async () => {
		const { ends } = await complete(`${text('a')}data: [DONE]`);
		expect(ends).toEqual([null]);
	});

	it.each(['', '\n'])('case 10: may end before the blank line of the last event (after %j)', async (rest) => {
		const { texts, ends } = await complete(
			`${text('a')}data: ${JSON.stringify(delta({ content: 'b' }, { finish_reason: 'stop' }))}${rest}`,
		);
		expect(texts).toEqual(['a', 'b']);
		expect(ends).toEqual(['stop']);
	});

	it('case 10: leave out a last event that was cut in half', async () => {
		const { text: all, error } = await complete(text('a') + text('bcdef').slice(0, -12));
		expect(all).toBe('a');
		expect(error?.code).toBe('interrupted');
	});

	it('case 11: may hold a line of a megabyte', async () => {
		const long = 'x'.repeat(1024 * 1024);
		expect((await complete(text(long) + END)).text).toBe(long);
	});

	it('case 11: are left at a line over the limit, and what came before stays', async () => {
		const body = [
			text('a'),
			...Array.from({ length: 40 }, () => 'data: x'.padEnd(1000, 'x')),
			text('b'),
			END,
		];
		const { text: all, error } = await complete(body, { maxEventBytes: 20_000 });
		expect(all).toBe('a');
		expect(error?.code).toBe('too-long');
	});

	it('case 12: may hold U+2028 inside of the text', async () => {
		expect((await complete(text('a\u2028b\u2029c\u0085d') + END)).text).toBe('a\u2028b\u2029c\u0085d');
	});

	it('case 14: are left at an event that is not JSON, whose bytes are never shown', async () => {
		const outcome = await complete(text('a') + sse('{"choices": [{"secret-bytes') + text('b') + END);
		expect(outcome).toMatchObject({ text: 'a', ends: [] });
		expect(outcome.error?.code).toBe('malformed');
		expect(JSON.stringify(outcome.error?.toFailure())).not.toContain('secret-bytes');
		expect(outcome.error?.message).not.toContain('secret-bytes');
	});
});
