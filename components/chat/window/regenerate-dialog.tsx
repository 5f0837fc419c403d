import { i18n } from '#i18n';
import { addModel } from '../../../utils/settings/endpoints.ts';
import { rememberChoice } from '../../../utils/settings/picked-models.ts';
import { useChatServices } from '../services/chat-services.ts';
import { ModelDialog } from './model-dialog.tsx';
import { useModelChoice } from './use-model-choice.ts';

/** Chooses the model that answers once more. The chat stays with its own. */
export function RegenerateDialog({ answerId }: { answerId: string }) {
	const { session, composer, regenerating } = useChatServices();
	const choosing = useModelChoice();
	if (!choosing) return null;
	return (
		<ModelDialog
			title={i18n.t('chat.regenerateWith')}
			choosing={{
				...choosing,
				async choose(choice, isListed) {
					if (!isListed) await addModel(choice.endpointId, choice.model);
					session.retry(answerId, choice);
					await rememberChoice(choice);
				},
			}}
			onClose={() => regenerating.set(null)}
			getFinalFocus={composer.getElement}
		/>
	);
}
