import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CompletionEvent } from '../../../utils/lockchat/types.ts';
import { createBrowserProvider } from '../../../utils/providers/browser-provider.ts';
import { askOwnModel, type LanguageModel } from '../../../utils/providers/language-model.ts';
import { createFakeLanguageModel } from '../../browser-model/fake-language-model.mjs';

/** No browser of these tests has a model: what answers is the fake of the specified interface. */
const endpoint = {
	kind: 'browser',
	id: 'browser-model',
	name: 'Chrome',
	models: ['Built-in model'],
} as const;
const provider = createBrowserProvider(askOwnModel);

type Log = NonNullable<NonNullable<Parameters<typeof createFakeLanguageModel>[0]>['log']>;

function give(): Log {
	const log: Log = [];
	vi.stubGlobal('LanguageModel', createFakeLanguageModel({ log }));
	vi.stubGlobal('navigator', { languages: ['en'] });
	return log;
}
afterEach(() => vi.unstubAllGlobals());

async function read(events: AsyncGenerator<CompletionEvent>): Promise<CompletionEvent[]> {
	const all: CompletionEvent[] = [];
	for await (const event of events) all.push(event);
	return all;
}

describe('what was chosen for the browser’s own model', () => {
	const typed = { ...endpoint, models: [...endpoint.models] };
	const asked = {
		endpoint: typed,
		model: 'Built-in model',
		messages: [{ role: 'user' as const, content: 'Hi there' }],
	};
	const notesOf = (events: CompletionEvent[]) =>
		events.flatMap((event) => (event.type === 'note' ? [event.note] : []));

	it.each([
		[{ temperature: 0.5 }, { temperature: 0.5, topK: 3 }],
		[
			{ temperature: null, extra: { top_k: 8 } },
			{ temperature: 1, topK: 8 },
		],
		[
			{ temperature: 0.5, extra: { topK: 1_000 } },
			{ temperature: 0.5, topK: 128 },
		],
	])(
		'reaches it as far as the interface takes it, temperature and topK together: %j',
		async (chosen, created) => {
			const log = give();
			expect(notesOf(await read(provider.complete({ ...asked, ...chosen }, {})))).toEqual([]);
			expect(log[0]).toMatchObject({ created });
		},
	);

	it('is told below the answer where the interface has no place for it', async () => {
		give();
		const chosen = {
			effort: 'high',
			maxTokens: 9,
			topP: 0.5,
			stop: ['x'],
			seed: 1,
			extra: { foo: 1 },
		} as const;
		const names = ['reasoning_effort', 'max_tokens', 'top_p', 'stop', 'seed', 'foo'];
		expect(notesOf(await read(provider.complete({ ...asked, ...chosen }, {})))).toEqual([
			{ code: 'unused-settings', names },
		]);
	});

	it('is told where a browser no longer tells its bounds, and takes no temperature', async () => {
		give();
		const model: Partial<LanguageModel> = Reflect.get(globalThis, 'LanguageModel');
		Object.defineProperty(model, 'params', { value: undefined });
		expect(notesOf(await read(provider.complete({ ...asked, temperature: 0.5 }, {})))).toEqual([
			{ code: 'unused-settings', names: ['temperature'] },
		]);
	});
});
