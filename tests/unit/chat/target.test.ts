import { expect, it } from 'vitest';
import { withTarget } from '../../../utils/chat/target.ts';
import { CHAT } from './chat-sources.ts';

it('A chat is bound to a target with all of its parameters', () => {
	const target = { endpointId: 'other', model: 'big', temperature: 0, systemPrompt: 'Be brief.' };
	expect(withTarget(CHAT, target)).toEqual({ ...CHAT, ...target });
});

it('A parameter that the target leaves out is unset, and not kept from before', () => {
	const before = { ...CHAT, temperature: 0.5, systemPrompt: 'Be brief.' };
	const bound = withTarget(before, { endpointId: 'other', model: 'big' });
	expect(bound).toEqual({ ...CHAT, endpointId: 'other', model: 'big' });
	expect(Object.keys(bound)).not.toContain('temperature');
});
