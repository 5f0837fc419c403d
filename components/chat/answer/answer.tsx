import { lazy, memo } from 'react';
import { i18n } from '#i18n';
import type { LivePart } from '../../../utils/chat/live-parts.ts';
import type { PathEntry } from '../../../utils/chat/tree.ts';
import { drawEach } from '../../ui/draw-each.ts';
import { joinClasses } from '../../ui/join-classes.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { MessagePlaceholder } from '../message/message-actions.tsx';
import { PartBox } from '../message/part-box.tsx';
import { AnswerActions } from './answer-actions.tsx';
import { AnswerNotes } from './answer-notes.tsx';
import { AnswerReasoning } from './answer-reasoning.tsx';
import { AnswerText, PlainText } from './answer-text.tsx';
import { AnswerWaiting } from './answer-waiting.tsx';
import { type AnswerView, useAnswer, useHasBegun } from './use-answer.ts';

const AnswerFailure = lazy(async () => ({ default: (await import('./answer-failure.tsx')).AnswerFailure }));
const AnswerFoot = lazy(async () => ({ default: (await import('./answer-foot.tsx')).AnswerFoot }));

function AnswerPart({ part, isGrowing }: { part: LivePart; isGrowing: boolean }) {
	switch (part.type) {
		case 'text':
			return <AnswerText text={part.text} isFinal={!isGrowing} />;
		case 'reasoning':
			return <AnswerReasoning part={part} isThinking={isGrowing} />;
		case 'refusal':
			return (
				<div className="border-s-2 border-line ps-3 text-muted">
					<PlainText text={part.text} />
				</div>
			);
		default:
			return <PartBox part={part} />;
	}
}

function AnswerBody({ answer }: { answer: AnswerView }) {
	const { message, parts, nextText, hasText, run, isRunning } = answer;
	// This is mounted before there is a text, so that the first words are only one block to draw and nothing has to be
	// built for them.
	const hasBegun = useHasBegun(nextText);
	const drawn: readonly LivePart[] = nextText ? [...parts, { type: 'text', text: nextText }] : parts;
	return (
		<>
			{drawEach(drawn, (part, place) => (
				<AnswerPart
					key={place}
					part={part}
					isGrowing={isRunning && (place === parts.length - 1 || place === drawn.length - 1)}
				/>
			))}
			{isRunning && message.status === 'waiting' && !hasText && !hasBegun && (
				<AnswerWaiting run={run} askedAt={message.createdAt} />
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
		<>
			<article
				aria-label={i18n.t('chat.lockchat')}
				aria-busy={isRunning}
				className="message group/message relative"
			>
				<AnswerBody answer={answer} />
				{!isRunning && message.status === 'failed' && message.failure ? (
					<Late otherwise={<ReloadNotice />}>
						<AnswerFailure answer={answer} failure={message.failure} />
					</Late>
				) : (
					<AnswerNotes answer={answer} />
				)}
				<AnswerActions entry={entry} answer={answer} isLast={isLast} />
			</article>
			{!isRunning && (
				<div className={joinClasses('relative min-h-7', footPlace(isLast, entry.versions.length > 1))}>
					<Late>
						<AnswerFoot message={message} />
					</Late>
				</div>
			)}
		</>
	);
});

/**
 * The foot stands beside the actions where they have a row, and below them where that row is full. It is no part of the
 * article: what an answer says is read without it.
 */
function footPlace(isLast: boolean, hasVersions: boolean): string {
	if (hasVersions) return '-mt-2';
	// One more button stands there where the answer can be written into a field.
	const beside =
		'pointer-events-none -mt-9 [&_summary]:max-w-[calc(100%-7.5rem)] [article:has([aria-haspopup=dialog])+&_summary]:max-w-[calc(100%-9.5rem)]';
	if (isLast) return beside;
	return '-mt-2 [@media(hover:none)]:-mt-9 [@media(hover:none)]:[&_summary]:max-w-[calc(100%-7.5rem)]';
}
