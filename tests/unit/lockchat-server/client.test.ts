import { describe, expect, it } from 'vitest';
import { createCompletion } from '../../../utils/lockchat/create-completion.ts';
import type { FailureCode } from '../../../utils/lockchat/failure.ts';
import { caseModels } from '../../lockchat-server/cases/case-models.mjs';
import { endpointAt, outcomeOf } from '../lockchat/complete.ts';
import { runningServer } from './running-server.ts';

/** What the client makes of a model's answer. If all fields are left out, that is a whole answer. */
interface Made {
	text?: string;
	reasoning?: string;
	refusal?: string;
	/** The finish reason; `stop` when left out, unless the answer fails. */
	end?: string | null;
	error?: FailureCode;
}

const ANSWER = 'Hello from the other side.';
const PART = 'Hello from the';
const THOUGHTS = 'The user greets me.';
const failing = (error: FailureCode, text = ''): Made => ({ text, error });

/** Every model that does not end in an ordinary whole answer, except for those of case 30. */
const table: Record<string, Made> = {
	'case-01': { text: 'Привет, 世界 🌍!' },
	'case-01-utf8': { text: 'Привет, 世界 🌍!' },
	'case-11': { text: 'lockchat '.repeat(Math.ceil(2 ** 20 / 9)) },
	'case-11-over': failing('too-long', PART),
	'case-12': { text: 'one\u2028two\u2029three' },
	'case-14': failing('malformed', PART),
	'case-16': { text: 'Hello world\n!' },
	'case-20': { reasoning: `${THOUGHTS} Now` },
	'case-21-content': { reasoning: THOUGHTS },
	'case-21-reasoning': { reasoning: THOUGHTS },
	'case-21-only': { ...failing('reasoning-only'), reasoning: THOUGHTS },
	'case-22-split': { reasoning: `${THOUGHTS}\n\n` },
	'case-22-unclosed': { ...failing('reasoning-only'), reasoning: THOUGHTS },
	'case-23': { text: '', refusal: 'I can’t help with that.' },
	'case-24': failing('tools-unsupported'),
	'case-25-length': { end: 'length' },
	'case-25-filter': { end: 'content_filter' },
	'case-26-eos': { end: 'eos' },
	'case-26-blank': { end: null },
	'case-26-unknown': { end: 'because' },
	'case-26-absent': { end: null },
	'case-28': { text: 'Hello from here.' },
	'case-29': { text: PART },
	'case-29-both': { text: PART },
	'case-33-line': failing('rate-limited'),
	'case-33-pretty': failing('rate-limited'),
	'case-34': failing('not-an-api'),
	'case-34-stream': failing('not-an-api'),
	'case-35': failing('server-error'),
	'case-36': failing('server-error', PART),
	'case-37': failing('server-error', PART),
	'case-38-reason': failing('server-error', PART),
	'case-38-choice': failing('server-error', PART),
	'case-39': failing('server-error', PART),
	'case-40': failing('server-error'),
	'case-41-sse': failing('model-not-found'),
	'case-41-json': failing('model-not-found'),
	'case-41-404': failing('model-not-found'),
	'case-41-content': { text: 'It said: The model: `gpt-4` does not exist. Is that an error?' },
	'case-41-late': failing('model-not-found', PART),
	'case-42': failing('interrupted', PART),
	'case-42-reason': { text: PART },
	'case-43': failing('empty-answer'),
	'case-43-bare': failing('empty-answer'),
	'case-44': failing('interrupted', PART),
	'case-44-head': failing('unreachable'),
	'case-44-body': failing('interrupted'),
	'case-48': failing('wrong-protocol'),
	'case-49': failing('stalled', PART),
	'case-49-head': failing('stalled'),
	'case-49-body': failing('stalled'),
	'case-50': failing('unauthorized'),
	'case-50-stream': failing('server-error'),
	'case-69': { text: 'First half, second half.' },
	'case-69-reasoning': { text: 'First half, second half.', reasoning: 'A plan.' },
	'case-71': { text: 'Paris is it.', reasoning: 'Okay, the user asks.\nSo Paris.\n\n\n' },
	'case-71-field': { text: 'Answer', reasoning: 'plan\n\n' },
	'case-72': { text: 'Answer', reasoning: 'plan' },
	'case-72-harmony': { text: 'Answer', reasoning: 'plan' },
	'case-74-type': failing('server-error'),
	'case-74-detail': failing('rate-limited'),
	'case-74-code': failing('model-not-found'),
	'case-74-late': failing('overloaded', PART),
	'case-75': failing('context-exceeded'),
	'case-75-late': failing('context-exceeded', PART),
	'case-77': failing('context-exceeded'),
	'case-79': { ...failing('limit-reached'), reasoning: 'A long plan' },
	'case-81': { reasoning: 'thinking hard' },
	'case-84-413': failing('request-too-large'),
	'case-84-524': failing('gateway-timeout'),
	'case-84-402': failing('payment-needed'),
};

/** Parameters that make slow models fast: the milliseconds between two of their tokens. */
const PARAMETERS: Record<string, string> = {
	'case-49-slow': ':50',
	'case-51': ':50',
	'case-52': ':50',
	'case-69': ':50',
	'case-69-reasoning': ':50',
};

const names = [...caseModels.keys()].filter((name) => !/^case-(30-|49-comments)/.test(name));

describe('the client, asking every model over a real socket', () => {
	const server = runningServer();

	/**
	 * Only a model that is to be found silent is waited for by a short clock: pauses of a busy machine must not count
	 * as silence.
	 */
	const ask = (model: string, { isLocal = true, isSilent = false } = {}) =>
		outcomeOf(
			createCompletion(
				{
					endpoint: endpointAt(server().url, { needsAuth: true }),
					apiKey: 'sk-very-secret',
					model,
					messages: [{ role: 'user', content: 'Hi' }],
				},
				{ stallMs: isSilent ? 800 : 60_000, isLocal, wait: () => Promise.resolve() },
			),
		);

	it.each(names.map((name) => [name, table[name] ?? {}] as const))('%s comes to %o', async (name, made) => {
		const seen = await ask(name + (PARAMETERS[name] ?? ''), { isSilent: made.error === 'stalled' });
		const { text = ANSWER, reasoning = '', refusal = '', error, end = 'stop' } = made;
		expect(seen).toMatchObject({ text, reasoning, refusal, ends: error ? [] : [end] });
		expect(seen.error?.code).toBe(error);
		expect(`${seen.error?.message} ${seen.error?.detail}`).not.toContain('sk-very-secret');
	});

	it.each([
		['case-49-comments:20', false, 'stalled'],
		['case-30-401-openai', true, 'unauthorized'],
		['case-30-403-message', true, 'forbidden'],
		['case-30-404-detail', true, 'not-found'],
		['case-30-429-list', true, 'rate-limited'],
		['case-30-500-html', true, 'server-error'],
		['case-30-502-empty', true, 'server-error'],
		['no-such-model', true, 'model-not-found'],
	])('%s, on this computer: %s, fails as %s', async (model, isLocal, code) => {
		const seen = await ask(model, { isLocal, isSilent: code === 'stalled' });
		expect(seen.error?.code).toBe(code);
	});
});
