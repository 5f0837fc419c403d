import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Message } from '../../../utils/chat/schema.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useAnnouncement, useChatServices, useChatState } from '../services/chat-services.ts';
import { remarkText } from './remark-text.ts';
import type { AnswerView } from './use-answer.ts';

type NoteCode = 'stopped' | 'interrupted' | 'cut-off' | 'filtered';

const TEXTS: Record<NoteCode, () => string> = {
	stopped: () => i18n.t('chat.stopped'),
	interrupted: () => i18n.t('chat.interrupted'),
	'cut-off': () => i18n.t('chat.cutOff'),
	filtered: () => i18n.t('chat.filtered'),
};

/** The note that a reader should see about how an answer ended; null when it is simply complete. */
function noteOf({ status, finishReason }: Message): NoteCode | null {
	if (status === 'stopped' || status === 'interrupted') return status;
	if (status !== 'done') return null;
	if (finishReason === 'length') return 'cut-off';
	return finishReason === 'content_filter' ? 'filtered' : null;
}

function NoteActions({ note, answer }: { note: NoteCode; answer: AnswerView }): ReactNode {
	const { session } = useChatServices();
	const { id } = answer.message;
	const canContinue = note !== 'filtered' && answer.hasText;
	const canRetry = note === 'interrupted' || !canContinue;
	return (
		<>
			{canContinue && (
				<Button size="sm" onClick={() => session.continueAnswer(id)}>
					{i18n.t('chat.continue')}
				</Button>
			)}
			{canRetry && (
				<Button size="sm" onClick={() => session.retry(id)}>
					{i18n.t('chat.retry')}
				</Button>
			)}
		</>
	);
}

/** Notes below an answer that did not simply come and end, or that is not saved. */
export function AnswerNotes({ answer }: { answer: AnswerView }) {
	const isTemporary = useChatState((state) => state.isTemporary);
	const note = answer.isRunning ? null : noteOf(answer.message);
	return (
		<>
			{note && (
				<Notice
					className="mt-2"
					role={note === 'interrupted' ? 'alert' : undefined}
					actions={<NoteActions note={note} answer={answer} />}
				>
					{TEXTS[note]()}
				</Notice>
			)}
			{answer.message.notes?.map((remark) => {
				const text = remarkText(remark);
				return (
					text !== null && (
						<Notice key={remark.code} className="mt-2">
							{text}
						</Notice>
					)
				);
			})}
			{answer.run?.isUnsaved && !isTemporary && <UnsavedNote />}
		</>
	);
}

/** The database refused this answer. It is lost when the browser closes, unless it can be saved before. */
function UnsavedNote() {
	const text = i18n.t('chat.unsaved');
	useAnnouncement(text);
	return (
		<Notice look="warning" className="mt-2">
			{text}
		</Notice>
	);
}
