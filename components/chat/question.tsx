import { memo, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Message } from '../../utils/chat/types.ts';
import type { PathEntry } from '../../utils/run/chat-session.ts';
import { useChatState } from './chat-services.ts';
import { CollapsibleText } from './collapsible-text.tsx';
import { MessagePlaceholder } from './message-placeholder.tsx';
import { QuestionActions } from './question-actions.tsx';
import { QuestionEditor } from './question-editor.tsx';
import { QuoteView } from './quote-view.tsx';
import { skipOffScreen } from './skip-off-screen.ts';

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
