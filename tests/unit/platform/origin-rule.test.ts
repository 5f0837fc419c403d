import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeOriginRule, setOriginRule } from '../../../utils/platform/origin-rule.ts';

interface Rule {
	id: number;
	condition: Record<string, unknown>;
}

/** The part of declarativeNetRequest that the rule needs, with the browser's rule that ids are unique. */
function fakeRules() {
	let rules: Rule[] = [];
	return {
		getDynamicRules: async () => rules,
		updateDynamicRules: async ({ addRules = [], removeRuleIds = [] }: Record<string, never[]>) => {
			const kept = rules.filter((rule) => !removeRuleIds.some((id) => id === rule.id));
			const next: Rule[] = [...kept, ...addRules];
			if (new Set(next.map((rule) => rule.id)).size < next.length) throw new Error('ids are not unique');
			rules = next;
		},
	};
}

async function filters(): Promise<(string | undefined)[]> {
	const rules = await fakeBrowser.declarativeNetRequest.getDynamicRules();
	return rules.map((rule) => rule.condition.urlFilter);
}

describe('the rule that takes Origin off', () => {
	beforeEach(() => {
		fakeBrowser.reset();
		Object.assign(fakeBrowser, { declarativeNetRequest: fakeRules() });
		Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://abcdef${path}` });
	});

	it('is bound to one scheme, host and port and to this extension', async () => {
		await setOriginRule('http://127.0.0.1:11434/v1');
		const [rule] = await fakeBrowser.declarativeNetRequest.getDynamicRules();
		expect(rule?.condition).toEqual({
			urlFilter: '|http://127.0.0.1:11434/',
			requestDomains: ['127.0.0.1'],
			initiatorDomains: ['abcdef'],
			resourceTypes: ['xmlhttprequest', 'other'],
		});
	});

	it('is set once for a server and goes alone', async () => {
		await setOriginRule('http://127.0.0.1:11434');
		await setOriginRule('http://127.0.0.1:11434/v1');
		await setOriginRule('http://127.0.0.1:1143');
		expect(await filters()).toEqual(['|http://127.0.0.1:11434/', '|http://127.0.0.1:1143/']);
		await removeOriginRule('http://127.0.0.1:11434');
		await removeOriginRule('http://127.0.0.1:9');
		await setOriginRule('http://nas:1');
		expect(await filters()).toEqual(['|http://127.0.0.1:1143/', '|http://nas:1/']);
	});
});
