import { Pencil } from 'lucide-react';
import { lazy, memo, type RefObject, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { attachmentsOf, textOf } from '../../../utils/chat/parts.ts';
import type { Message } from '../../../utils/chat/schema.ts';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import { drawEach } from '../../ui/draw-each.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { CollapsibleText } from '../message/collapsible-text.tsx';
import { CopyButton } from '../message/copy-button.tsx';
import { DeleteButton } from '../message/delete-button.tsx';
import { MessageActions, MessagePlaceholder } from '../message/message-actions.tsx';
import { MoreButton } from '../message/more-button.tsx';
import { PartBox } from '../message/part-box.tsx';
import { QuoteView } from '../message/quote-view.tsx';
import { skipOffScreen } from '../message/skip-off-screen.ts';
import { VersionSwitch } from '../message/version-switch.tsx';
import { useChatState } from '../services/chat-services.ts';
import { QuestionEditor } from './question-editor.tsx';

const AttachmentView = lazy(async () => ({
	default: (await import('../message/attachment-view.tsx')).AttachmentView,
}));
const ContextBreak = lazy(async () => ({ default: (await import('./context-break.tsx')).ContextBreak }));

function QuestionText({ message }: { message: Message }) {
	const text = textOf(message.parts);
	const box = useRef<HTMLDivElement>(null);
	useEffect(() => skipOffScreen(box.current), []);
	return (
		<div
			ref={box}
			className="ms-auto flex w-fit max-w-[88%] min-w-0 flex-col gap-2 rounded-lg bg-surface-2 px-3.5 py-2 forced-colors:border"
		>
			{drawEach(attachmentsOf(message.parts), (part, place) =>
				part.type === 'quote' ? (
					<QuoteView key={place} quote={part} />
				) : part.type === 'page' || part.type === 'file' || part.type === 'image' ? (
					<Late key={place} until={<PartBox part={part} />}>
						<AttachmentView part={part} />
					</Late>
				) : (
					<PartBox key={place} part={part} />
				),
			)}
			{text && (
				<div dir="auto">
					<CollapsibleText text={text} />
				</div>
			)}
		</div>
	);
}

/** One question of the user: plain text, with its quotations above it. */
export const Question = memo(function Question({ entry }: { entry: PathEntry }) {
	const message = useChatState((state) => state.messages.get(entry.id));
	const [isEditing, setIsEditing] = useState(false);
	const wasCancelled = useRef(false);
	const editButton = useRef<HTMLButtonElement>(null);

	useEffect(() => {
		if (isEditing || !wasCancelled.current) return;
		wasCancelled.current = false;
		editButton.current?.focus();
	}, [isEditing]);

	function cancel(): void {
		wasCancelled.current = true;
		setIsEditing(false);
	}

	if (!message) return <MessagePlaceholder />;
	return (
		<>
			{message.startsContext && (
				<Late>
					<ContextBreak questionId={entry.id} />
				</Late>
			)}
			<article aria-label={i18n.t('chat.you')} className="message group/message relative">
				{isEditing ? (
					<QuestionEditor message={message} onClose={() => setIsEditing(false)} onCancel={cancel} />
				) : (
					<>
						<QuestionText message={message} />
						<QuestionActions
							entry={entry}
							message={message}
							editButton={editButton}
							onEdit={() => setIsEditing(true)}
						/>
					</>
				)}
			</article>
		</>
	);
});

interface QuestionActionsProps {
	entry: PathEntry;
	message: Message;
	editButton: RefObject<HTMLButtonElement | null>;
	onEdit: () => void;
}

/** The actions of a question. While an answer runs, the question cannot be changed. */
function QuestionActions({ entry, message, editButton, onEdit }: QuestionActionsProps) {
	const isAnswerRunning = useChatState((state) => state.runningAnswerId !== null);
	return (
		<>
			<MessageActions
				isShown={false}
				className="start-1 [@media(hover:none)]:-mb-2 [@media(hover:none)]:justify-end"
			>
				<CopyButton getText={() => textOf(message.parts)} />
				{!isAnswerRunning && (
					<>
						<IconButton
							ref={editButton}
							size="sm"
							icon={Pencil}
							label={i18n.t('chat.edit')}
							onClick={onEdit}
						/>
						<DeleteButton messageId={entry.id} />
						<MoreButton messageId={entry.id} isAnswer={false} />
					</>
				)}
			</MessageActions>
			{!isAnswerRunning && entry.versions.length > 1 && (
				<div className="mt-1 -mb-2 flex justify-end">
					<VersionSwitch entry={entry} />
				</div>
			)}
		</>
	);
}
