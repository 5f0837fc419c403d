import type { Message } from '../../utils/chat/types.ts';
import type { FailurePlace } from '../ui/failure-text.ts';
import { useChatState } from './chat-services.ts';
import { useTargets } from './use-target.ts';

/** What an answer was asked of: its endpoint's host (or name, or nothing, where that is gone), and its model. */
export function useFailurePlace({ endpointId, model }: Message): FailurePlace {
	const targets = useTargets();
	const chat = useChatState((state) => state.chat);
	const id = endpointId ?? chat?.endpointId;
	const endpoint = targets?.endpoints.find((candidate) => candidate.id === id);
	return {
		host: endpoint && URL.canParse(endpoint.url) ? new URL(endpoint.url).host : (endpoint?.name ?? ''),
		model: model ?? chat?.model ?? '',
	};
}
