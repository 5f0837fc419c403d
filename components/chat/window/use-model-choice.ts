import { useEffect, useState } from 'react';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { addModel } from '../../../utils/settings/endpoints.ts';
import { readManaged, watchManaged } from '../../../utils/settings/managed.ts';
import { type ModelChoice, rememberChoice } from '../../../utils/settings/picked-models.ts';
import { savePreferences } from '../../../utils/settings/preferences.ts';
import { useChatServices, useChatState, useTarget, useTargets } from '../services/chat-services.ts';

interface Locked {
	endpoint: boolean;
	model: boolean;
	effort: boolean;
}

const FREE: Locked = { endpoint: false, model: false, effort: false };

/** Whether an organization has set the server, the model, or how much it reasons, of new chats. */
export function useLocked(): Locked {
	const [locked, setLocked] = useState(FREE);
	useEffect(() => {
		let isGone = false;
		const read = async () => {
			const { preferences } = await readManaged();
			const next = {
				endpoint: 'defaultEndpointId' in preferences,
				model: 'defaultModel' in preferences,
				effort: 'effort' in preferences,
			};
			if (!isGone) setLocked(Object.values(next).includes(true) ? next : FREE);
		};
		void read();
		const unwatch = watchManaged(() => void read());
		return () => {
			isGone = true;
			unwatch();
		};
	}, []);
	return locked;
}

export interface ModelChoosing {
	/** What can be chosen from; the model in use is in its server's list, also where that no longer has it. */
	endpoints: readonly Endpoint[];
	current: ModelChoice;
	/** An organization has set what new chats begin with, and this is one. */
	isLocked: boolean;
	/** What an organization leaves to choose from. */
	isAllowed: (choice: ModelChoice) => boolean;
	/** Chooses what answers: in a chat for this chat, in an empty one for all that begin after it. */
	choose: (choice: ModelChoice, isListed: boolean) => Promise<void>;
}

/** Null until it is known what a question would be sent to. */
export function useModelChoice(): ModelChoosing | null {
	const { session } = useChatServices();
	const targets = useTargets();
	const target = useTarget();
	const isNew = useChatState((state) => state.chat === null);
	const locked = useLocked();
	if (!targets || !target) return null;
	// A chat that has begun is the user's own: its model can be changed whatever new chats begin with.
	const isLocked = isNew && (locked.endpoint || locked.model);
	const { endpointId, model } = target;

	return {
		current: { endpointId, model },
		endpoints: targets.endpoints.map((endpoint) =>
			endpoint.id !== endpointId || endpoint.models.includes(model)
				? endpoint
				: { ...endpoint, models: [model, ...endpoint.models] },
		),
		isLocked,
		isAllowed: (choice) =>
			!isLocked ||
			((!locked.endpoint || choice.endpointId === endpointId) && (!locked.model || choice.model === model)),
		async choose(choice, isListed) {
			if (!isNew) session.setTarget({ ...target, ...choice });
			// First, since a model that its server does not list would be no default.
			if (!isListed) await addModel(choice.endpointId, choice.model);
			if (isNew) await savePreferences({ defaultEndpointId: choice.endpointId, defaultModel: choice.model });
			await rememberChoice(choice);
		},
	};
}
