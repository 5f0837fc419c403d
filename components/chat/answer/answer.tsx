import { memo } from 'react';
import { i18n } from '#i18n';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import { MessagePlaceholder } from '../message/message-actions.tsx';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerFailure } from './answer-failure.tsx';
import { AnswerNotes } from './answer-notes.tsx';
import { AnswerReasoning } from './answer-reasoning.tsx';
import { AnswerText } from './answer-text.tsx';
import { AnswerWaiting } from './answer-waiting.tsx';
import { type AnswerView, useAnswer, useHasText } from './use-answer.ts';

function AnswerBody({ answer }: { answer: AnswerView }) {
	const { message, run, isRunning } = answer;
	const hasText = useHasText(answer.text);
	return (
		<>
			<AnswerReasoning answer={answer} />
			{isRunning && message.status === 'waiting' && !hasText && <AnswerWaiting run={run} />}
			{/* Mounted before there is a text: the first words are one block to draw, and nothing has to be built for them. */}
			{(hasText || isRunning) && <AnswerText text={answer.text} isFinal={!isRunning} />}
			{message.refusal && (
				<p className="border-l-2 border-line pl-3 whitespace-pre-wrap text-muted">{message.refusal}</p>
			)}
		</>
	);
}

/** One answer of the model's, from its first sign of life to its end. */
export const Answer = memo(function Answer({ entry, isLast }: { entry: PathEntry; isLast: boolean }) {
	const answer = useAnswer(entry.id);
	if (!answer) return <MessagePlaceholder />;
	const { message, isRunning } = answer;
	return (
		<article aria-label={i18n.t('chat.lockchat')} aria-busy={isRunning} className="message group/message">
			<AnswerBody answer={answer} />
			{!isRunning && message.status === 'failed' && message.failure ? (
				<AnswerFailure answer={answer} failure={message.failure} />
			) : (
				<AnswerNotes answer={answer} />
			)}
			<AnswerActions entry={entry} answer={answer} isLast={isLast} />
		</article>
	);
});
