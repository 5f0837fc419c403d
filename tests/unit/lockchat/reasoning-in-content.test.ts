import { describe, expect, it, onTestFinished } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { startServer } from '../../lockchat-server/start-server.mjs';
import { complete, DONE, delta, outcomeOf, requestTo, STOP, sse, text } from './complete.ts';

describe('reasoning inside of a content', () => {
	it.each([
		['case-71', 'Okay, the user asks.\nSo Paris.', 'Paris is it.'],
		['case-71-field', 'plan', 'Answer'],
		['case-72', 'plan', 'Answer'],
		['case-72-harmony', 'plan', 'Answer'],
	])('%s: is told from the answer', async (model, reasoning, text) => {
		const server = await startServer();
		onTestFinished(() => server.close());
		const outcome = await outcomeOf(createCompletion(requestTo(server, { model })));
		expect(outcome).toMatchObject({ text, ends: ['stop'], error: null });
		expect(outcome.reasoning.trimEnd()).toBe(reasoning);
	});

	it('case 71: is all there is where nothing follows the closing tag', async () => {
		const outcome = await complete(`${text('So.\n</think>\n')}${STOP}${DONE}`);
		expect(outcome.error?.code).toBe('reasoning-only');
		expect(outcome.reasoning.trim()).toBe('So.');
	});

	it('case 71: comes in the same words where the answer is whole', async () => {
		const message = { role: 'assistant', content: 'So.\n</think>Paris.' };
		const body = JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }] });
		expect(await complete(body)).toMatchObject({ text: 'Paris.', reasoning: 'So.\n' });
		expect(await complete(sse(delta(message)) + DONE)).toMatchObject({ text: 'Paris.', reasoning: 'So.\n' });
	});
});
