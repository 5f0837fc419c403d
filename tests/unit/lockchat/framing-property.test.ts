import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseEventData } from '../../../utils/lockchat/body/frame-reader.ts';
import { createSseFraming, type SseFrame } from '../../../utils/lockchat/body/sse-framing.ts';
import { complete, DONE, delta, STOP, sse, text } from './complete.ts';

const BODIES = {
	'an answer': text('Привет') + text(', 🌍') + STOP + DONE,
	'line ends of all kinds': `${text('a').replaceAll('\n', '\r\n')}${text('b').replaceAll('\n', '\r')}${text('é')}${DONE}`,
	'keep-alives': `\uFEFF: PING\n\nevent: ping\n\ndata:\n\n${text('a')}: keep-alive\n\n${STOP}${DONE}`,
	'a bare error line': `${text('a')}error: {"message":"нет"}\n\n${DONE}`,
	'an error event': `event: error\ndata: {"message":"no"}\n\n${DONE}`,
	'single newlines': (text('a') + text('b') + DONE).replaceAll('\n\n', '\n'),
	'pretty JSON': `${JSON.stringify(delta({ content: 'a' }), null, 1).replaceAll(/^/gm, 'data: ')}\n\n`,
	'a cut-off event': text('a') + sse(delta({ content: 'bcd' })).slice(0, -9),
};

/** All frames of a body that arrives in these pieces, decoded as the client decodes. */
function framesOf(pieces: Uint8Array[]): SseFrame[] {
	const decoder = new TextDecoder();
	const framing = createSseFraming(1_000_000);
	const frames = pieces.flatMap((piece) => framing.push(decoder.decode(piece, { stream: true })));
	return [...frames, ...framing.push(decoder.decode()), ...framing.end()];
}

/** What the frames say. Where they come cut into pieces, several events may share a frame. */
function saidIn(frames: SseFrame[]): unknown[] {
	return frames.flatMap((frame): unknown[] =>
		frame.type === 'data' && frame.event === undefined ? parseEventData(frame.data) : [withoutCut(frame)],
	);
}

function cut(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
	const cuts = [0, ...places.map((place) => place % bytes.length).sort((a, b) => a - b), bytes.length];
	return cuts.slice(1).map((end, index) => bytes.subarray(cuts[index], end));
}

const places = fc.array(fc.nat({ max: 10_000 }), { maxLength: 30 });

describe('case 1: any split of a body gives the same frames', () => {
	it.each(Object.entries(BODIES))('of %s', (_, body) => {
		const bytes = Buffer.from(body);
		const whole = saidIn(framesOf([bytes]));
		expect(whole.length).toBeGreaterThan(0);
		fc.assert(
			fc.property(places, (places) => {
				expect(saidIn(framesOf(cut(bytes, places)))).toEqual(whole);
			}),
			{ numRuns: 300 },
		);
	});

	it.each(Object.entries(BODIES))('and over a socket the same answer, of %s', async (_, body) => {
		const bytes = Buffer.from(body);
		const whole = await complete(bytes);
		await fc.assert(
			fc.asyncProperty(places, async (places) => {
				expect(await complete(cut(bytes, places))).toEqual(whole);
			}),
			{ numRuns: 5 },
		);
	});
});

/**
 * A CR at the end of a piece may be half of CRLF. So its line ends only with what comes next, or with the end of the
 * body.
 */
function withoutCut(frame: SseFrame): unknown {
	if (frame.type !== 'data') return frame;
	const { isCutOff, ...rest } = frame;
	return rest;
}

/** The data of all events of a body, each line of which may come by itself. */
function parsed(body: string, pieces: 'whole' | 'lines'): unknown[] {
	const bytes = Buffer.from(body);
	const lines = body.split(/(?<=\n)/).map((line) => Buffer.from(line));
	return saidIn(framesOf(pieces === 'whole' ? [bytes] : lines));
}

describe.each(['whole', 'lines'] as const)(
	'a body that comes in one piece or line by line (%s)',
	(pieces) => {
		const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1, maxLength: 5 });
		const expected = (values: unknown[]) =>
			values.map((value) => ({ type: 'json', value: JSON.parse(JSON.stringify(value)) }));

		it('case 7: may spread any JSON over data lines', () => {
			fc.assert(
				fc.property(objects, fc.constantFrom(0, 1, '\t'), (values, indent) => {
					const events = values.map((value) =>
						JSON.stringify(value, null, indent).replaceAll(/^/gm, 'data: '),
					);
					expect(parsed(`${events.join('\n\n')}\n\n`, pieces)).toEqual(expected(values));
				}),
			);
		});

		it('case 8: may end any JSON with a single newline', () => {
			fc.assert(
				fc.property(objects, (values) => {
					const body = values.map((value) => `data: ${JSON.stringify(value)}\n`).join('');
					expect(parsed(body, pieces)).toEqual(expected(values));
				}),
			);
		});
	},
);

/** How many characters the texts have that are searched while `work` is done, each as often as it is searched. */
function searchedBy(work: () => void): number {
	const ofTexts = (['indexOf', 'includes', 'search', 'replace', 'match', 'split'] as const).map((name) =>
		vi.spyOn(String.prototype, name),
	);
	const ofPatterns = (['exec', 'test'] as const).map((name) => vi.spyOn(RegExp.prototype, name));
	work();
	const texts = [
		...ofTexts.flatMap((spy) => spy.mock.contexts.map(String)),
		...ofPatterns.flatMap((spy) => spy.mock.calls.map(([text]) => text)),
	];
	vi.restoreAllMocks();
	return texts.reduce((sum, text) => sum + text.length, 0);
}

describe('an event of many pieces', () => {
	it('case 11: is searched a few times over, and not anew with each piece', () => {
		const megabyte = `data: {"a":"${'x'.repeat(1_000)}`.padEnd(1_000_000, 'x');
		const pieces = [...(megabyte.match(/.{1,1000}/g) ?? []), '"}\n\n'];
		const framing = createSseFraming(2_000_000);
		const frames: SseFrame[] = [];
		const searched = searchedBy(() => {
			for (const piece of pieces) frames.push(...framing.push(piece));
		});
		expect(frames).toHaveLength(1);
		expect(searched).toBeGreaterThanOrEqual(megabyte.length);
		expect(searched).toBeLessThan(20 * megabyte.length);
	});
});
