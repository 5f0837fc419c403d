import type { Chat } from './schema.ts';

/** What a chat's next question is sent to. A parameter left out is unset: the server's own choice holds. */
export type Target = Pick<Chat, 'endpointId' | 'model' | 'temperature' | 'systemPrompt'>;

/** The chat bound to this target. A parameter that the target leaves out is unset, not kept from before. */
export function withTarget(chat: Chat, { endpointId, model, temperature, systemPrompt }: Target): Chat {
	const { temperature: _temperature, systemPrompt: _systemPrompt, ...rest } = chat;
	return {
		...rest,
		endpointId,
		model,
		...(temperature !== undefined && { temperature }),
		...(systemPrompt !== undefined && { systemPrompt }),
	};
}
