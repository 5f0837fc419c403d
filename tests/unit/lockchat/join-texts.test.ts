import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTexts } from '../../../utils/lockchat/body/frame-reader.ts';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import type { CompletionEvent } from '../../../utils/lockchat/types.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';

const text = (piece: string): CompletionEvent => ({ type: 'text', text: piece });
const reasoning = (piece: string): CompletionEvent => ({ type: 'reasoning', text: piece });

/** All texts of one kind, in a row. */
const textOf = (events: readonly CompletionEvent[], type: string) =>
	events.map((event) => ('text' in event && event.type === type ? event.text : '')).join('');

describe('texts that come together', () => {
	it('are one event, apart by kind and by what stands between them', () => {
		const usage = { promptTokens: 1, completionTokens: 2, totalTokens: 3 };
		const events: CompletionEvent[] = [
			reasoning('a'),
			reasoning('b'),
			text('c'),
			text('d'),
			{ type: 'usage', usage },
			text('e'),
		];
		expect([...joinTexts(events)]).toEqual([
			reasoning('ab'),
			text('cd'),
			{ type: 'usage', usage },
			text('e'),
		]);
	});

	it('lose nothing and keep their order', () => {
		const event = fc.oneof(fc.string().map(text), fc.string().map(reasoning));
		fc.assert(
			fc.property(fc.array(event), (events) => {
				const joined = [...joinTexts(events)];
				for (const type of ['text', 'reasoning']) expect(textOf(joined, type)).toBe(textOf(events, type));
				expect(joined.length).toBeLessThanOrEqual(events.length);
			}),
		);
	});

	it('come before the error that follows them', () => {
		const seen: CompletionEvent[] = [];
		const failing = (function* () {
			yield text('a');
			yield text('b');
			throw new Error('broken');
		})();
		expect(() => {
			for (const event of joinTexts(failing)) seen.push(event);
		}).toThrow('broken');
		expect(seen).toEqual([text('ab')]);
	});

	it('are far fewer events than tokens from a fast server, and the same answer', async () => {
		const server = await startServer();
		const endpoint = {
			id: 'e',
			name: 'E',
			url: server.url,
			models: [],
			supportsStream: true,
			needsAuth: false,
		};
		const messages = [{ role: 'user' as const, content: 'Hi' }];
		const events: CompletionEvent[] = [];
		const request = { endpoint, model: 'demo-fast:5000', messages };
		for await (const event of createCompletion(request, { joinsTokens: true })) events.push(event);
		await server.close();
		expect(textOf(events, 'text')).toBe(server.requests[0]?.sentText);
		expect(events.length).toBeLessThan(2_500);
		expect(events.at(-1)?.type).toBe('end');
	});
});
