import { describe, expect, it } from 'vitest';
import { createSseFraming, type SseFrame } from '../../../utils/lockchat/body/sse-framing.ts';

const data = (...all: string[]): SseFrame[] => all.map((data) => ({ type: 'data', data, isCutOff: false }));

describe('the framing of an event stream', () => {
	it.each(['\n', '\r\n', '\r'])(
		'case 8: gives out an event as soon as the next begins, where no blank line is between them (%j)',
		(lineEnd) => {
			const framing = createSseFraming(1_000);
			expect(framing.push(`data: {"a":1}${lineEnd}`)).toEqual([]);
			expect(framing.push(`data: {"b":2}${lineEnd}`)).toEqual(data('{"a":1}'));
			expect(framing.push(`data:{"c":3}${lineEnd}data: [DONE]${lineEnd}`)).toEqual(
				data('{"b":2}', '{"c":3}'),
			);
			expect(framing.end()).toEqual([{ type: 'data', data: '[DONE]', isCutOff: true }]);
		},
	);

	it('case 7: keeps lines of one JSON together, whichever bracket ends them', () => {
		const lines = ['{', '"a": [{', '}', ', {}', '],', '"b": {}', '}'];
		const framing = createSseFraming(1_000);
		for (const line of lines) expect(framing.push(`data: ${line}\n`)).toEqual([]);
		expect(framing.push('\n')).toEqual(data(lines.join('\n')));
	});

	it('case 11: says that an event was too long, and nothing after it', () => {
		const framing = createSseFraming(10);
		expect(framing.push('data: 0123456789')).toEqual([{ type: 'overflow' }]);
		expect(framing.push('\n\ndata: {}\n\n')).toEqual([]);
		expect(framing.end()).toEqual([]);
	});
});
