import { describe, expect, it } from 'vitest';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { defaultTarget } from '../../../utils/settings/default-target.ts';
import { DEFAULT_PREFERENCES } from '../../../utils/settings/preference-values.ts';

const endpoint = (id: string, models: string[], url = `http://${id}`): ServerEndpoint => ({
	kind: 'server',
	id,
	name: id,
	url,
	models,
	supportsStream: true,
	needsAuth: false,
});
const TWO = [endpoint('a', ['a1', 'a2']), endpoint('b', ['b1', 'b2'])];

describe("a new chat's target", () => {
	it.each([
		['the first of everything until the user chooses', TWO, null, null, 'a', 'a1'],
		['the choice', TWO, 'b', 'b2', 'b', 'b2'],
		["the endpoint's first model when the chosen one is gone", TWO, 'b', 'old', 'b', 'b1'],
		['the first endpoint when the chosen one is gone', TWO, 'old', 'b2', 'a', 'a1'],
		[
			'the first that can be asked',
			[endpoint('x', []), endpoint('y', ['m'], ''), ...TWO],
			null,
			null,
			'a',
			'a1',
		],
		[
			'also one whose address is wrong: asking says so',
			[endpoint('x', ['m'], 'nowhere at all')],
			null,
			null,
			'x',
			'm',
		],
	])('is %s', (_, endpoints, defaultEndpointId, defaultModel, endpointId, model) => {
		const preferences = { ...DEFAULT_PREFERENCES, defaultEndpointId, defaultModel };
		expect(defaultTarget(endpoints, preferences)).toEqual({ endpointId, model, systemPrompt: '' });
		expect(defaultTarget(endpoints, { ...preferences, temperature: 0.3 })).toMatchObject({
			temperature: 0.3,
		});
	});

	it('is nothing where there is nobody to ask', () => {
		expect(defaultTarget([], DEFAULT_PREFERENCES)).toBeNull();
	});
});
