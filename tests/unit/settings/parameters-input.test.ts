import { describe, expect, it } from 'vitest';
import { parametersInput, parseParameters } from '../../../utils/settings/input/parameters-input.ts';

describe("the form of a server's parameters", () => {
	it('gives back what it was filled with', () => {
		const parameters = {
			temperature: 0,
			maxTokens: 1,
			topP: 0.5,
			seed: -7,
			presencePenalty: -2,
			frequencyPenalty: 2,
			stop: ['\n\nUser:', 'a\\n', ' x '],
			extra: { top_k: 40, chat_template_kwargs: { enable_thinking: false } },
		};
		expect(parseParameters(parametersInput(parameters))).toEqual({ parameters });
		expect(parseParameters(parametersInput())).toEqual({ parameters: {} });
		expect(parseParameters({})).toEqual({ parameters: {} });
	});

	it.each([
		['temperature', '2.1', 'parameter-range'],
		['temperature', 'warm', 'parameter-range'],
		['maxTokens', '0', 'parameter-range'],
		['maxTokens', '1.5', 'parameter-whole'],
		['topP', '-0.1', 'parameter-range'],
		['seed', '0.5', 'parameter-whole'],
		['presencePenalty', '3', 'parameter-range'],
		['stop', 'x\n'.repeat(17), 'stop-many'],
		['extra', '{ top_k: 40 }', 'extra-json'],
		['extra', '[1]', 'extra-object'],
		['extra', 'null', 'extra-object'],
		['extra', '{ "stream": false }', 'extra-own'],
		['extra', '{ "messages": [] }', 'extra-own'],
	])('refuses %s of %j', (name, text, problem) => {
		expect(parseParameters({ [name]: text })).toEqual({ problems: { [name]: problem } });
	});

	it('tells of all that is wrong', () => {
		expect(parseParameters({ temperature: 'x', extra: 'x' })).toEqual({
			problems: { temperature: 'parameter-range', extra: 'extra-json' },
		});
	});
});
