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

	/** The lines of one JSON object: `count` of them, and as many UTF-16 code units as asked. */
	const objectOf = (count: number, length = 0): string[] => {
		const fields = Array.from(
			{ length: count - 2 },
			(_, index) => `  "${index}": 0${index < count - 3 ? ',' : ''}`,
		);
		const missing = length - fields.join('').length - 2;
		if (missing > 0) fields[0] = `  "${'0'.repeat(missing + 1)}": 0${count > 3 ? ',' : ''}`;
		return ['{', ...fields, '}'];
	};
	const framesOf = (lines: string[]) => createSseFraming(1_000_000).push(`${lines.join('\n')}\n`);

	it.each([
		['500 lines', objectOf(500), 1],
		['501 lines', objectOf(501), 0],
		['262,144 characters', objectOf(4, 262_144), 1],
		['262,145 characters', objectOf(4, 262_145), 0],
	])('an object without a field’s name is collected up to a limit: %s', (_, lines, objects) => {
		expect(framesOf(lines).filter(({ type }) => type === 'bare')).toHaveLength(objects);
	});

	it('an object that was complete leaves its whole room to the next one', () => {
		const one = objectOf(4, 200_000);
		expect(framesOf([...one, ...one]).map(({ type }) => type)).toEqual(['bare', 'bare']);
	});

	it('a complaint on one line is seen, whatever a server wrote before it', () => {
		const log = Array.from({ length: 600 }, (_, index) => `slot ${index} is idle`);
		expect(framesOf([...log, '{"error":"out of memory"}'])).toEqual([
			{ type: 'bare', value: { error: 'out of memory' } },
		]);
	});
});
