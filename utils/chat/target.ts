import type { Chat } from './schema.ts';

/** What a chat's next question is sent to. Where a parameter is left out, the server's own choice holds. */
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

/** The same chat without parameters, so that the model's own choices hold. */
export function withoutParameters(chat: Chat): Chat {
	const { temperature: _temperature, systemPrompt: _systemPrompt, effort: _effort, ...rest } = chat;
	return rest;
}

/** The chat with this target. A parameter that the target leaves out is removed, not kept from before. */
export function withTarget(chat: Chat, target: Target): Chat {
	return { ...withoutParameters(chat), ...target };
}
