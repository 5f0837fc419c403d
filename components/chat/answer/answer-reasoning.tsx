import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { LiveText } from '../../../utils/chat/live-parts.ts';
import { duration, useSecondsSince } from '../../ui/elapsed.tsx';
import { AnswerText } from './answer-text.tsx';

export interface AnswerReasoningProps {
	part: LiveText;
	/** True while this part grows: nothing has come after it. */
	isThinking: boolean;
}

/** What the model reasoned before it went on. It is folded, and is not drawn before it is opened. */
export function AnswerReasoning({ part, isThinking }: AnswerReasoningProps) {
	const [isOpen, setIsOpen] = useState(false);
	return (
		<details className="group mb-2 text-muted" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
			<summary className="flex h-5.5 w-fit list-none items-center gap-1.5 rounded-sm text-sm hover:text-text">
				<ChevronRight size={14} aria-hidden="true" className="transition-transform group-open:rotate-90" />
				<span className={isThinking ? 'pulsing tabular-nums' : 'tabular-nums'}>
					{isThinking ? <Thinking startedAt={part.startedAt} /> : thoughts(part)}
				</span>
			</summary>
			{isOpen && (
				<div className="mt-1.5 ms-[6px] border-s border-border ps-3 text-sm">
					<AnswerText text={part.text} isFinal={!isThinking} />
				</div>
			)}
		</details>
	);
}

/** Counts the seconds with a clock of its own, so that it is drawn once a second and not for each piece of reasoning. */
function Thinking({ startedAt }: { startedAt: number | undefined }) {
	const seconds = useSecondsSince(startedAt);
	return seconds < 1 ? i18n.t('chat.thinking') : i18n.t('chat.thinkingFor', { time: duration(seconds) });
}

/**
 * Says how long the model reasoned, in whole seconds and at least one. Where that is not known, it says only that it
 * did.
 */
function thoughts({ startedAt, endedAt }: LiveText): string {
	if (startedAt === undefined || endedAt === undefined) return i18n.t('chat.thoughts');
	const seconds = Math.max(1, Math.round((endedAt - startedAt) / 1_000));
	return i18n.t('chat.thoughtFor', { time: duration(seconds) });
}
