import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEventData } from '../../../utils/lockchat/parse-event-data.ts';
import { createSseFraming, type SseFrame } from '../../../utils/lockchat/sse-framing.ts';
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

/** A CR that ends a piece may be half of CRLF: its line ends only with what comes next, be that the body's end. */
function withoutCut(frame: SseFrame): unknown {
	if (frame.type !== 'data') return frame;
	const { isCutOff, ...rest } = frame;
	return rest;
}
