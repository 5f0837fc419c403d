import type { Chat } from './schema.ts';

/** What a chat's next question is sent to. A parameter left out is unset: the server's own choice holds. */
export type Target = Pick<Chat, 'endpointId' | 'model' | 'temperature' | 'systemPrompt' | 'effort'>;

/** What the chat's next question is sent to. */
export function targetOf({ endpointId, model, temperature, systemPrompt, effort }: Chat): Target {
	return {
		endpointId,
		model,
		...(temperature !== undefined && { temperature }),
		...(systemPrompt !== undefined && { systemPrompt }),
		...(effort !== undefined && { effort }),
	};
}

/** The chat bound to no parameter: each is its model's own choice. */
export function withoutParameters(chat: Chat): Chat {
	const { temperature: _temperature, systemPrompt: _systemPrompt, effort: _effort, ...rest } = chat;
	return rest;
}

/** The chat bound to this target. A parameter that the target leaves out is unset, not kept from before. */
export function withTarget(chat: Chat, target: Target): Chat {
	return { ...withoutParameters(chat), ...target };
}
