import type { Message } from '../../utils/chat/types.ts';
import type { Endpoint } from '../../utils/lockchat/types.ts';
import { useChatState } from './chat-services.ts';
import { useTargets } from './use-target.ts';

/** What an answer was asked of; undefined where that has been removed. */
export function useAnswerEndpoint({ endpointId }: Message): Endpoint | undefined {
	const targets = useTargets();
	const chatEndpointId = useChatState((state) => state.chat?.endpointId);
	return targets?.endpoints.find(({ id }) => id === (endpointId ?? chatEndpointId));
}
