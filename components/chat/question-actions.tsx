import { Pencil } from 'lucide-react';
import { i18n } from '#i18n';
import type { Message } from '../../utils/chat/types.ts';
import type { PathEntry } from '../../utils/run/chat-session.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useChatState } from './chat-services.ts';
import { CopyButton } from './copy-button.tsx';
import { DeleteButton } from './delete-button.tsx';
import { MessageActions } from './message-actions.tsx';
import { VersionSwitch } from './version-switch.tsx';

export interface QuestionActionsProps {
	entry: PathEntry;
	message: Message;
	onEdit: () => void;
}

/** What can be done with a question. While an answer runs it is left as it is. */
export function QuestionActions({ entry, message, onEdit }: QuestionActionsProps) {
	const isAnswerRunning = useChatState((state) => state.runningAnswerId !== null);
	return (
		<div className="-mb-2 flex justify-end">
			<MessageActions isShown={false}>
				<CopyButton getText={() => message.content} />
				{!isAnswerRunning && (
					<>
						<IconButton size="sm" icon={Pencil} label={i18n.t('chat.edit')} onClick={onEdit} />
						<DeleteButton messageId={entry.id} />
					</>
				)}
			</MessageActions>
			{!isAnswerRunning && (
				<div className="mt-1">
					<VersionSwitch entry={entry} />
				</div>
			)}
		</div>
	);
}
