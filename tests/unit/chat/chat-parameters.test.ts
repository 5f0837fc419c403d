import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../utils/chat/schema.ts';
import { isSameTarget, targetOfChat, withTarget } from '../../../utils/chat/target.ts';
import { chatParameters } from '../../../utils/providers/parameters.ts';

const CHAT: Chat = {
	id: 'c',
	title: '',
	isPinned: false,
	endpointId: 'e',
	model: 'm',
	leafId: null,
	createdAt: 0,
	updatedAt: 0,
};

describe('case 177: the parameters of a chat', () => {
	it('go with its target, and are gone when the target has none', () => {
		const target = { endpointId: 'e', model: 'm', parameters: { seed: 7 } };
		const tuned = withTarget(CHAT, target);
		expect(targetOfChat(tuned)).toEqual(target);
		expect(withTarget(tuned, { endpointId: 'e', model: 'm' })).toEqual(CHAT);
		expect(isSameTarget(tuned, CHAT)).toBe(false);
		expect(isSameTarget(tuned, { ...target })).toBe(true);
	});

	it.each([
		[
			{ seed: 7, topP: 0.5 },
			{ seed: 7, topP: 0.5 },
		],
		[{ seed: 'seven', topP: 0.5 }, { topP: 0.5 }],
		[{ temperature: 1, model: 'other', messages: [], endpoint: {}, apiKey: 'x' }, {}],
		[{ extra: { top_k: 4 }, newer: 1 }, { extra: { top_k: 4 } }],
		['nonsense', {}],
		[undefined, {}],
	])('%j are asked for as %j: what is broken or no parameter is left out', (parameters, asked) => {
		expect(chatParameters({ parameters })).toEqual(asked);
	});
});
