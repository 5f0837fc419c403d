import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../utils/chat/schema.ts';
import { LockchatError } from '../../../utils/lockchat/lockchat-error.ts';
import type { Said } from '../../../utils/lockchat/types.ts';
import type { Provider } from '../../../utils/providers/provider.ts';
import { contentOf } from '../flat-message.ts';
import { createScriptedProvider, type ScriptedProvider } from './scripted-provider.ts';
import { ask, hasEnded, texts, until, untilText } from './session-states.ts';
import { createTestWorld, type TestWorld } from './test-world.ts';

let scripted: ScriptedProvider;
let resume: Provider['resume'];
let world: TestWorld;

beforeEach(async () => {
	// The killed background has no database any more, and says so; a real one would be silent.
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	scripted = createScriptedProvider();
	world = await createTestWorld({
		providerOf: () => ({ ...scripted, resume: (...asked) => resume?.(...asked) ?? null }),
	});
});
afterEach(() => world.close());

/** Goes on with an answer of which `begun` had come when its background was killed. */
async function continueKilled(begun: string, rest: string) {
	const model = scripted.script('killed', [{ token: begun }, { stall: true }]);
	const window = world.openWindow();
	const { answerId } = ask(window, model);
	await untilText(window, answerId, begun);
	await vi.waitFor(async () => expect(contentOf(await world.store.readPartial(answerId))).toBe(begun));
	world.killBackground();
	const isCutShort = (row: Message) => row.status === 'interrupted' && contentOf(row) === begun;
	await until(window, ({ runs, messages }) => {
		const row = messages.get(answerId);
		return !runs.has(answerId) && row !== undefined && isCutShort(row);
	});
	scripted.script('killed', [{ token: rest }, { done: true }]);
	window.session.continueAnswer(answerId);
	const state = await until(window, (now) => hasEnded(now));
	return { texts: texts(state), message: state.runs.get(answerId)?.message };
}

describe('an answer that was cut off', () => {
	it('is gone on with from what its provider has kept, with nothing asked for anew', async () => {
		const known: Said[] = [];
		resume = async function* (_, said) {
			known.push(said);
			yield { type: 'text', text: ' upon a time' };
			yield { type: 'end', finishReason: 'stop' };
		};
		expect((await continueKilled('Once', ' or twice')).texts).toEqual(['Hi?', 'Once upon a time']);
		expect(known).toEqual([{ text: 'Once', reasoning: '', refusal: '' }]);
		expect(scripted.requests).toHaveLength(1);
	});

	it.each<[string, Provider['resume']]>([
		['has kept nothing', () => null],
		[
			'has kept another answer',
			async function* () {
				yield { type: 'status', status: 'connecting' };
				throw new LockchatError('malformed');
			},
		],
	])('is asked to be gone on with where its provider %s', async (_, kept) => {
		resume = kept;
		expect((await continueKilled('Once', ' or twice')).texts).toEqual(['Hi?', 'Once or twice']);
		expect(scripted.requests).toHaveLength(2);
	});

	it('fails by a bug of its provider, and is not asked for anew as if nothing were wrong', async () => {
		resume = async function* () {
			yield { type: 'status', status: 'connecting' };
			throw new TypeError('x is undefined');
		};
		const { message } = await continueKilled('Once', ' or twice');
		expect(message?.failure).toEqual({ code: 'internal', detail: 'x is undefined' });
		expect(scripted.requests).toHaveLength(1);
	});
});
