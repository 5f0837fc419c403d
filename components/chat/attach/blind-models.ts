import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import type { ChatServices } from '../services/chat-services.ts';
import { modelDetailsOf } from '../services/model-details.ts';
import { targetOf } from '../services/targets.ts';

type Details = Awaited<ReturnType<typeof modelDetailsOf>>;

/** The models that get pictures all the same, because the user has said so; for as long as the window is open. */
const allowed = new Set<string>();

/**
 * Whether a model is known to see no pictures: its server tells what it can do, and seeing is not among that, or it is the
 * browser's own, which is asked in words only. False where that is not known.
 */
export function isBlind(endpoint: Endpoint | undefined, details: Details): boolean {
	const abilities = details?.abilities;
	return endpoint?.kind === 'browser' || (abilities !== undefined && !abilities.includes('vision'));
}

type Window = Pick<ChatServices, 'session' | 'targets' | 'composer'>;

/** What the next question goes to, and the endpoint of that. */
function next({ session, targets }: Window) {
	const known = targets.getState();
	const target = targetOf(session.getState().chat, known);
	const endpoint = known?.endpoints.find(({ id }) => id === target?.endpointId);
	return { endpoint, model: target?.model, key: `${target?.endpointId} ${target?.model}` };
}

/** Holds a question with pictures back from a model that sees none, until the user has chosen. Resolves to whether it did. */
export async function holdBack(window: Window): Promise<boolean> {
	const { endpoint, model, key } = next(window);
	if (allowed.has(key) || !isBlind(endpoint, await modelDetailsOf(endpoint, model))) return false;
	window.composer.want({ type: 'blind' });
	return true;
}

/** From now on the model of the next question gets pictures. */
export function allowPictures(window: Window): void {
	allowed.add(next(window).key);
}
