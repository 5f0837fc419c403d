import { Pencil } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Message } from '../../../utils/chat/types.ts';
import type { PathEntry } from '../../../utils/run/session/chat-session.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CollapsibleText } from '../message/collapsible-text.tsx';
import { CopyButton } from '../message/copy-button.tsx';
import { DeleteButton } from '../message/delete-button.tsx';
import { MessageActions, MessagePlaceholder } from '../message/message-actions.tsx';
import { QuoteView } from '../message/quote-view.tsx';
import { skipOffScreen } from '../message/skip-off-screen.ts';
import { VersionSwitch } from '../message/version-switch.tsx';
import { useChatState } from '../services/chat-services.ts';
import { QuestionEditor } from './question-editor.tsx';

function QuestionText({ message }: { message: Message }) {
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => skipOffScreen(box.current), []);
	return (
		<div
			ref={box}
			className="ml-auto flex w-fit max-w-[88%] min-w-0 flex-col gap-2 rounded-lg bg-surface-2 px-3.5 py-2 forced-colors:border"
		>
			{message.attachments?.map((quote) => (
				<QuoteView key={`${quote.url} ${quote.text}`} quote={quote} />
			))}
			{message.content && <CollapsibleText text={message.content} />}
		</div>
	);
}

/** One question of the user's: plain text, with what was quoted above it. */
export const Question = memo(function Question({ entry }: { entry: PathEntry }) {
	const message = useChatState((state) => state.messages.get(entry.id));
	const [isEditing, setIsEditing] = useState(false);
	if (!message) return <MessagePlaceholder />;
	return (
		<article aria-label={i18n.t('chat.you')} className="message group/message">
			{isEditing ? (
				<QuestionEditor message={message} onClose={() => setIsEditing(false)} />
			) : (
				<>
					<QuestionText message={message} />
					<QuestionActions entry={entry} message={message} onEdit={() => setIsEditing(true)} />
				</>
			)}
		</article>
	);
});

interface QuestionActionsProps {
	entry: PathEntry;
	message: Message;
	onEdit: () => void;
}

/** What can be done with a question. While an answer runs it is left as it is. */
function QuestionActions({ entry, message, onEdit }: QuestionActionsProps) {
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
