import { ChevronDown } from 'lucide-react';
import { i18n } from '#i18n';
import type { Endpoint } from '../../../utils/providers/endpoint.ts';
import { savePreferences } from '../../../utils/settings/preferences.ts';
import { useChatServices, useChatState, useTarget, useTargets } from '../services/chat-services.ts';

/** A choice of the list. An option's value is its place in the list, since ids and names may hold any character. */
interface Choice {
	endpointId: string;
	model: string;
}

/** Every model of every endpoint, and the model in use even if its endpoint no longer lists it. */
function groupsOf(endpoints: readonly Endpoint[], current: Choice) {
	const groups = endpoints.map(({ id, name, models }) => ({ id, name, models: [...models] }));
	const own = groups.find(({ id }) => id === current.endpointId);
	if (!own) {
		return [
			{ id: current.endpointId, name: i18n.t('chat.removedEndpoint'), models: [current.model] },
			...groups,
		];
	}
	if (!own.models.includes(current.model)) own.models.unshift(current.model);
	return groups;
}

const keyOf = ({ endpointId, model }: Choice) => JSON.stringify([endpointId, model]);

/** Chooses what answers. In a chat the choice is for this chat, in an empty one for all chats that begin after it. */
export function ModelPicker() {
	const { session } = useChatServices();
	const targets = useTargets();
	const target = useTarget();
	const isNew = useChatState((state) => state.chat === null);
	if (!targets || !target) return <div className="h-8 flex-1" />;
	const groups = groupsOf(targets.endpoints, target);
	const choices = groups.flatMap(({ id, models }) => models.map((model) => ({ endpointId: id, model })));

	function choose(value: string): void {
		const choice = choices.find((candidate) => keyOf(candidate) === value);
		if (!choice) return;
		if (isNew) {
			void savePreferences({ defaultEndpointId: choice.endpointId, defaultModel: choice.model });
		} else {
			session.setTarget({ ...target, ...choice });
		}
	}

	return (
		<div className="relative min-w-0">
			<select
				aria-label={i18n.t('chat.model')}
				title={target.model}
				value={keyOf(target)}
				onChange={(event) => choose(event.target.value)}
				className="field-sizing-content h-8 max-w-full appearance-none truncate rounded-md bg-transparent ps-2 pe-7 font-medium hover:bg-surface-2 forced-colors:border"
			>
				{groups.map(({ id, name, models }) => (
					<optgroup key={id} label={name}>
						{models.map((model) => (
							<option key={model} value={keyOf({ endpointId: id, model })}>
								{model}
							</option>
						))}
					</optgroup>
				))}
			</select>
			<ChevronDown
				size={14}
				aria-hidden="true"
				className="pointer-events-none absolute end-2 top-2.25 text-muted"
			/>
		</div>
	);
}
