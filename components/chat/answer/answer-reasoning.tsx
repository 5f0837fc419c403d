import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import { AnswerText } from './answer-text.tsx';
import { type AnswerView, useHasText } from './use-answer.ts';

/** What the model thought before it answered: folded, and not drawn until it is looked at. */
export function AnswerReasoning({ answer }: { answer: AnswerView }) {
	const [isOpen, setIsOpen] = useState(false);
	const hasReasoning = useHasText(answer.reasoning);
	const hasText = useHasText(answer.text);
	if (!hasReasoning) return null;
	const isThinking = answer.isRunning && !hasText;
	return (
		<details className="group mb-2 text-muted" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
			<summary className="flex h-5.5 w-fit list-none items-center gap-1.5 rounded-sm text-sm hover:text-text">
				<ChevronRight size={14} aria-hidden="true" className="transition-transform group-open:rotate-90" />
				<span className={isThinking ? 'pulsing' : undefined}>
					{isThinking ? i18n.t('chat.thinking') : i18n.t('chat.thoughts')}
				</span>
			</summary>
			{isOpen && (
				<div className="mt-1.5 ml-[6px] border-l border-border pl-3 text-sm">
					<AnswerText text={answer.reasoning} isFinal={!isThinking} />
				</div>
			)}
		</details>
	);
}
