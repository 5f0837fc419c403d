import { i18n } from '#i18n';
import { isSummary } from '../../../utils/chat/to-prompt.ts';
import { useChatState } from '../services/chat-services.ts';

/** Says above a summary's question that nothing before it is sent any more, once the summary is there. */
export function ContextBreak({ questionId }: { questionId: string }) {
	const hasSummary = useChatState(({ path, messages }) => {
		const place = path.findIndex(({ id }) => id === questionId);
		return isSummary(messages.get(path[place + 1]?.id ?? ''));
	});
	if (!hasSummary) return null;
	return (
		<div className="my-2 flex items-center gap-3 text-xs text-muted before:h-px before:flex-1 before:bg-border after:h-px after:flex-1 after:bg-border">
			<p className="max-w-3/4 text-center">{i18n.t('chat.context.left')}</p>
		</div>
	);
}
