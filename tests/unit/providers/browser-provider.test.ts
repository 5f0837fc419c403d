import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChatMessage, CompletionEvent } from '../../../utils/lockchat/types.ts';
import { createBrowserProvider } from '../../../utils/providers/browser-provider.ts';
import { askOwnModel, type LanguageModel } from '../../../utils/providers/language-model.ts';
import type { CompletionOptions } from '../../../utils/providers/provider.ts';
import { createFakeLanguageModel } from '../../browser-model/fake-language-model.mjs';

/** No browser of these tests has a model. A fake of the specified interface answers. */
const endpoint = {
	kind: 'browser',
	id: 'browser-model',
	name: 'Chrome',
	models: ['Built-in model'],
} as const;
const provider = createBrowserProvider(askOwnModel);

type FakeOptions = NonNullable<Parameters<typeof createFakeLanguageModel>[0]>;
type Log = NonNullable<FakeOptions['log']>;

function give(options: FakeOptions = {}, languages = ['en-US', 'en']): Log {
	const log: Log = [];
	vi.stubGlobal('LanguageModel', createFakeLanguageModel({ log, ...options }));
	vi.stubGlobal('navigator', { languages });
	return log;
}
afterEach(() => vi.unstubAllGlobals());

function ask(messages: ChatMessage[], options: CompletionOptions = {}, temperature: number | null = null) {
	const typed = { ...endpoint, models: [...endpoint.models] };
	return provider.complete({ endpoint: typed, model: 'Built-in model', messages, temperature }, options);
}

async function read(events: AsyncGenerator<CompletionEvent>): Promise<CompletionEvent[]> {
	const all: CompletionEvent[] = [];
	for await (const event of events) all.push(event);
	return all;
}

const hi: ChatMessage[] = [{ role: 'user', content: 'Hi there' }];
const text = (events: CompletionEvent[]) =>
	events.map((event) => ('text' in event ? event.text : '')).join('');

/** What asking comes to when it fails: the failure a window is told. */
async function failureOf(messages: ChatMessage[], options: CompletionOptions = {}) {
	const error = await read(ask(messages, options)).then(
		() => undefined,
		(reason: unknown) => reason,
	);
	return provider.explain(error, { ...endpoint, models: [...endpoint.models] });
}

describe('the browser’s own model', () => {
	it('answers piece by piece, tells that it loads, and lets go of the session', async () => {
		const log = give();
		expect(await read(ask(hi))).toEqual([
			{ type: 'status', status: 'loading-model' },
			{ type: 'status', status: 'accepted' },
			{ type: 'text', text: 'Hi ' },
			{ type: 'text', text: 'there ' },
			{ type: 'end', finishReason: 'stop' },
		]);
		expect(log.at(-1)).toEqual({ destroyed: true });
	});

	it('is told the system prompt and all that was said before when the session is made, and asked the last question', async () => {
		const log = give();
		await read(
			ask([
				{ role: 'system', content: 'Be brief.' },
				{ role: 'user', content: 'One' },
				{ role: 'assistant', content: 'First', reasoning: 'A thought' },
				{ role: 'user', content: 'Two' },
			]),
		);
		expect(log).toMatchObject([
			{
				created: {
					initialPrompts: [
						{ role: 'system', content: 'Be brief.' },
						{ role: 'user', content: 'One' },
						{ role: 'assistant', content: 'First' },
					],
				},
			},
			{ asked: [{ role: 'user', content: 'Two' }] },
			{ destroyed: true },
		]);
		expect(JSON.stringify(log)).not.toContain('thought');
	});

	it('makes a session without any prompt for a first question, as an empty list is an empty question', async () => {
		const log = give();
		await read(ask(hi));
		expect(log[0]).not.toHaveProperty('created.initialPrompts');
	});

	it('goes on from a partial answer, which it is given as a prefix', async () => {
		const log = give();
		const partial: ChatMessage = { role: 'assistant', content: 'Once upon' };
		expect(text(await read(ask([...hi, partial])))).toBe('and on. ');
		expect(log).toContainEqual({ asked: [...hi, { ...partial, prefix: true }] });
	});

	it('is declared those of the user’s languages that it knows, and English', async () => {
		const log = give({ languages: ['en', 'es'] }, ['es-MX', 'ru', 'en-GB']);
		await read(ask(hi));
		const expected = [{ type: 'text', languages: ['es', 'en'] }];
		expect(log[0]).toMatchObject({ created: { expectedInputs: expected, expectedOutputs: expected } });
	});

	it('is asked without languages where it knows none of them', async () => {
		const log = give({ languages: ['ja'] }, ['ru']);
		expect(text(await read(ask(hi)))).toBe('Hi there ');
		expect(log[0]).not.toHaveProperty('created.expectedInputs');
	});

	it('takes the temperature, as far as the browser goes, and only where the browser tells its bounds', async () => {
		const log = give();
		await read(ask(hi, {}, 5));
		expect(log[0]).toMatchObject({ created: { temperature: 2, topK: 3 } });
		log.length = 0;
		const model: Partial<LanguageModel> = Reflect.get(globalThis, 'LanguageModel');
		delete model.params;
		await read(ask(hi, {}, 1));
		expect(log[0]).not.toHaveProperty('created.temperature');
	});
});

describe('an answer of the browser’s own model', () => {
	it('ends when it is stopped, with what had come by then, and the session goes', async () => {
		const log = give();
		const abort = new AbortController();
		let said = '';
		const reading = (async () => {
			for await (const event of ask([{ role: 'user', content: 'Say hold on' }], { signal: abort.signal })) {
				if (event.type === 'text') said += event.text;
				if (said.endsWith('hold ')) abort.abort(new Error('stopped'));
			}
		})();
		await expect(reading).rejects.toThrow('stopped');
		expect(said).toBe('Say hold ');
		await vi.waitFor(() => expect(log).toContainEqual({ destroyed: true }));
	});

	it('ends when it is stopped, also where the model does not care', async () => {
		give();
		const deaf = createBrowserProvider(async function* () {
			yield '';
			await new Promise(() => undefined);
		});
		const abort = new AbortController();
		const typed = { ...endpoint, models: [...endpoint.models] };
		const events = deaf.complete({ endpoint: typed, model: '', messages: hi }, { signal: abort.signal });
		await events.next();
		await events.next();
		const next = events.next();
		abort.abort(new Error('stopped'));
		await expect(next).rejects.toThrow('stopped');
	});

	it('lets go of the session when it is not read to its end', async () => {
		const log = give();
		for await (const event of ask(hi)) if (event.type === 'text') break;
		await vi.waitFor(() => expect(log).toContainEqual({ destroyed: true }));
	});
});

describe('the failure of the browser’s own model', () => {
	it.each([
		['is not there', {}, 'browser-model-unavailable'],
		['is unavailable', { availability: 'unavailable' }, 'browser-model-unavailable'],
		['is yet to be downloaded', { availability: 'downloadable' }, 'browser-model-download'],
		['is being downloaded', { availability: 'downloading' }, 'browser-model-download'],
	] as const)('says so where it %s', async (reason, options, code) => {
		give(options);
		if (reason === 'is not there') vi.stubGlobal('LanguageModel', undefined);
		expect(await failureOf(hi)).toEqual({ code });
	});

	it.each([
		['NotAllowedError', 'browser-model-unavailable'],
		['NotReadableError', 'answer-filtered'],
		['NotSupportedError', 'language-unsupported'],
		['UnknownError', 'browser-model-failed'],
		['OperationError', 'browser-model-failed'],
	])('tells what a %s means, with the browser’s words', async (name, code) => {
		give();
		const failure = await failureOf([{ role: 'user', content: `fail-${name}` }]);
		expect(failure).toEqual({ code, detail: 'The fake was told to fail.' });
	});

	it('names the tokens where a question is too long', async () => {
		give({ contextWindow: 10 });
		const failure = await failureOf([{ role: 'user', content: 'word '.repeat(20) }]);
		expect(failure).toEqual({ code: 'context-exceeded', detail: '21 / 10' });
	});

	it('is a failure, and no forgetting, where all that was said before is too long', async () => {
		give({ contextWindow: 10 });
		const before: ChatMessage[] = [
			{ role: 'user', content: 'word '.repeat(8) },
			{ role: 'assistant', content: 'word '.repeat(8) },
		];
		expect(await failureOf([...before, ...hi])).toEqual({ code: 'context-exceeded', detail: '18 / 10' });
	});

	it('is that it fell silent, after as long a silence as the user allows', async () => {
		give();
		vi.useFakeTimers();
		const failing = failureOf([{ role: 'user', content: 'hold' }], { stallMs: 5_000 });
		await vi.advanceTimersByTimeAsync(6_000);
		vi.useRealTimers();
		expect(await failing).toEqual({ code: 'stalled' });
	});

	it('is an empty answer where nothing was said', async () => {
		give();
		const silent = createBrowserProvider(async function* () {
			yield '';
		});
		const typed = { ...endpoint, models: [...endpoint.models] };
		const events = read(silent.complete({ endpoint: typed, model: '', messages: hi }, {}));
		await expect(events).rejects.toMatchObject({ code: 'empty-answer' });
	});
});

describe('a check of the browser’s own model', () => {
	it('asks it as a question would', async () => {
		give();
		const typed = { ...endpoint, models: [...endpoint.models] };
		expect(await provider.check(typed, { model: 'Built-in model' })).toEqual({
			ok: true,
			model: 'Built-in model',
		});
		give({ availability: 'downloadable' });
		await expect(provider.check(typed, { model: 'Built-in model' })).rejects.toMatchObject({
			code: 'browser-model-download',
		});
	});
});
