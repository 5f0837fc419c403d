import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import { effortFields, nextDialect } from '../../../utils/lockchat/exchange/effort.ts';
import type { CompletionRequest, Effort } from '../../../utils/lockchat/types.ts';
import { DONE, endpointAt, outcomeOf, requestTo, STOP, text } from './complete.ts';
import { serve } from './serve.ts';

type Body = Record<string, unknown>;

/** Answers what `refusal` has no words for, and refuses the rest with those words. */
async function serveBy(refusal: (body: Body) => string | null) {
	const server = await serve((response, asked) => {
		const { model: _, messages: _messages, stream: _stream, ...parameters } = JSON.parse(asked.body);
		const message = refusal(parameters);
		response.writeHead(message === null ? 200 : 400, { 'content-type': 'text/event-stream' });
		response.end(message === null ? text('a') + STOP + DONE : JSON.stringify({ error: { message } }));
	});
	const bodies = (): Body[] =>
		server.asked.map(({ body }) => {
			const { model: _, messages: _messages, stream: _stream, ...rest } = JSON.parse(body);
			return rest;
		});
	const ask = (more: Partial<CompletionRequest> = {}) =>
		outcomeOf(createCompletion(requestTo(server, { temperature: null, effort: 'off', ...more })));
	return { server, bodies, ask };
}

describe('the effort of a model', () => {
	it.each<[string, Effort, Body]>([
		['https://api.openai.com/v1', 'high', { reasoning_effort: 'high' }],
		['https://api.openai.com/v1', 'off', { reasoning_effort: 'none' }],
		['http://127.0.0.1:11434', 'low', { reasoning_effort: 'low' }],
		['https://openrouter.ai/api/v1', 'medium', { reasoning: { effort: 'medium' } }],
		['https://openrouter.ai/api/v1', 'off', { reasoning: { enabled: false } }],
		['https://dashscope-intl.aliyuncs.com/compatible-mode/v1', 'off', { enable_thinking: false }],
		['https://api.deepseek.com', 'high', { thinking: { type: 'enabled' } }],
		['https://api.z.ai/api/paas/v4', 'off', { thinking: { type: 'disabled' } }],
		['http://127.0.0.1:8080', 'off', { chat_template_kwargs: { enable_thinking: false, thinking: false } }],
		[
			'http://nas:8000/v1',
			'low',
			{
				chat_template_kwargs: { enable_thinking: true, thinking: true, reasoning_effort: 'low' },
			},
		],
		['nowhere at all', 'low', { reasoning_effort: 'low' }],
	])('is asked of %s in its dialect: %s', (url, effort, fields) => {
		expect(effortFields(url, effort)).toEqual(fields);
	});

	it('is not asked for where it was not chosen', async () => {
		const { server, bodies } = await serveBy(() => null);
		await outcomeOf(createCompletion(requestTo(server, { temperature: null })));
		expect(bodies()).toEqual([{}]);
	});

	it('is asked for in the next dialect where the server refuses one, which is remembered', async () => {
		const { server, ask, bodies } = await serveBy((body) => {
			if ('chat_template_kwargs' in body)
				return 'Unrecognized request argument supplied: chat_template_kwargs';
			return body.reasoning_effort === 'none'
				? "Invalid value: 'none'. Supported values for reasoning_effort are: 'minimal', 'low', 'medium' and 'high'."
				: null;
		});
		const outcome = await ask();
		expect(outcome).toMatchObject({ text: 'a', notes: [], learned: { dialect: 'effort-minimal' } });
		expect(bodies().slice(1)).toEqual([{ reasoning_effort: 'none' }, { reasoning_effort: 'minimal' }]);
		const quirks = { 'gpt-4': { ...outcome.learned } };
		expect(await ask({ endpoint: endpointAt(server.url, { quirks }), effort: 'high' })).toMatchObject({
			learned: null,
		});
		expect(bodies().at(-1)).toEqual({ reasoning_effort: 'high' });
	});

	it('is left out where the server takes it in no dialect, which is told', async () => {
		const { ask, bodies } = await serveBy((body) => {
			const [name] = Object.keys(body);
			return name === undefined ? null : `Extra inputs are not permitted: ${name}`;
		});
		expect(await ask()).toMatchObject({ text: 'a', notes: ['asked-without'], learned: { dialect: 'none' } });
		expect(bodies().at(-1)).toEqual({});
		const sent = bodies().map((body) => JSON.stringify(body));
		expect(new Set(sent).size).toBe(sent.length);
	});

	it('is not taken for the reasoning that is to be passed back', async () => {
		const { ask } = await serveBy(() => '`reasoning_content` must be passed back when thinking is enabled');
		expect((await ask()).error?.code).toBe('bad-request');
	});

	it('knows no dialect after the last, and none after one of a newer version', () => {
		expect(nextDialect('http://nas', 'off', 'openrouter')).toBe('none');
		expect(nextDialect('http://nas', 'off', 'telepathy')).toBe('none');
		expect(effortFields('http://nas', 'off', '__proto__')).toEqual({});
	});
});
