import type { Chat } from './schema.ts';

/** How a chat is answered. What is left out is as its server is set up, or else as the model itself chooses. */
export type ChatParameters = Pick<Chat, 'temperature' | 'systemPrompt' | 'effort' | 'parameters'>;

/** What a chat's next question is sent to, and how. */
export type Target = Pick<Chat, 'endpointId' | 'model'> & ChatParameters;

/** What the chat's next question is sent to. */
export function targetOfChat({
	endpointId,
	model,
	temperature,
	systemPrompt,
	effort,
	parameters,
}: Target): Target {
	return {
		endpointId,
		model,
		...(temperature !== undefined && { temperature }),
		...(systemPrompt !== undefined && { systemPrompt }),
		...(effort !== undefined && { effort }),
		...(parameters !== undefined && { parameters }),
	};
}

/** The same chat without parameters, so that the choices for its server hold. */
export function withoutParameters(chat: Chat): Chat {
	const { temperature: _t, systemPrompt: _s, effort: _e, parameters: _p, ...rest } = chat;
	return rest;
}

/** The chat with this target. A parameter that the target leaves out is removed, not kept from before. */
export function withTarget(chat: Chat, target: Target): Chat {
	return { ...withoutParameters(chat), ...targetOfChat(target) };
}

/** Whether two targets are the same in all that is asked for. */
export function isSameTarget(one: Target, other: Target): boolean {
	return JSON.stringify(targetOfChat(one)) === JSON.stringify(targetOfChat(other));
}
