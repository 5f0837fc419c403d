import { describe, expect, it } from 'vitest';
import { sniffBody } from '../../../utils/lockchat/body/read-completion.ts';

describe('what a body is', () => {
	it.each([
		['data: {', 'text/plain', 'event-stream'],
		[': PING', 'application/json', 'event-stream'],
		['error: {', 'text/html', 'event-stream'],
		['{"a"', 'text/event-stream', 'json'],
		['[', '', 'json'],
		['<!do', 'text/event-stream', 'html'],
		['database', 'text/plain', 'text'],
		['database', 'text/event-stream; charset=utf-8', 'event-stream'],
	])('that begins %j and is called "%s" is %s', (start, contentType, kind) => {
		expect(sniffBody(start, { contentType, isWhole: false })).toBe(kind);
	});

	it.each(['', 'd', 'data', 'retry', 'OK'])('is not known yet from %j', (start) => {
		expect(sniffBody(start, { contentType: 'text/plain', isWhole: false })).toBeNull();
	});

	it.each([
		['', 'text/event-stream', 'event-stream'],
		['', 'application/json', 'empty'],
		['OK', 'text/plain', 'text'],
	])('is known when %j (%s) is all of it', (start, contentType, kind) => {
		expect(sniffBody(start, { contentType, isWhole: true })).toBe(kind);
	});
});
