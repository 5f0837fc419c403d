import { RefreshCw } from 'lucide-react';
import { lazy } from 'react';
import { i18n } from '#i18n';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { CopyButton } from '../message/copy-button.tsx';
import { DeleteButton } from '../message/delete-button.tsx';
import { MessageActions } from '../message/message-actions.tsx';
import { MoreButton } from '../message/more-button.tsx';
import { VersionSwitch } from '../message/version-switch.tsx';
import { useChatServices, useChatState } from '../services/chat-services.ts';
import { AnswerWaiting } from './answer-waiting.tsx';
import { type AnswerView, copiedText } from './use-answer.ts';

const AnswerMenu = lazy(async () => ({ default: (await import('./answer-menu.tsx')).AnswerMenu }));

const WriteButton = lazy(async () => ({ default: (await import('../write/write-button.tsx')).WriteButton }));

export interface AnswerActionsProps {
	entry: PathEntry;
	answer: AnswerView;
	isLast: boolean;
}

/** What can be done with an answer once it is there. */
export function AnswerActions({ entry, answer, isLast }: AnswerActionsProps) {
	const { session } = useChatServices();
	const { message, parts, hasText, run, isRunning } = answer;
	const isAboutQuote = useChatState(({ messages }) =>
		messages.get(message.parentId ?? '')?.parts.some(({ type }) => type === 'quote'),
	);
	// The alert of a failed answer has “Retry”, which does the same.
	const hasRetry = message.status === 'failed' && message.failure !== undefined;
	return (
		<MessageActions isShown={isLast} className="end-1 justify-end">
			{/* After a Continue the partial text stays where it is, so the wait is shown below it. */}
			{isRunning && message.status === 'waiting' && hasText && <AnswerWaiting run={run} />}
			{!isRunning && (
				<>
					{hasText && <CopyButton getText={() => copiedText(parts)} />}
					{hasText && isAboutQuote && (
						<Late>
							<WriteButton answerId={entry.id} getText={() => copiedText(parts)} />
						</Late>
					)}
					{!hasRetry && (
						<IconButton
							size="sm"
							icon={RefreshCw}
							label={i18n.t('chat.regenerate')}
							onClick={() => session.retry(entry.id)}
						/>
					)}
					<DeleteButton messageId={entry.id} />
					{!hasText && <MoreButton messageId={entry.id} isAnswer />}
					<VersionSwitch entry={entry} />
				</>
			)}
			{(isRunning || hasText) && (
				// It is there before the first words, so that nothing has to be built when they come.
				<span className={hasText ? 'flex' : 'invisible flex'}>
					<Late until={<span className="size-7" />}>
						<AnswerMenu answer={answer} />
					</Late>
				</span>
			)}
		</MessageActions>
	);
}
