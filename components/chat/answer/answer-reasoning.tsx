import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { GrowingText } from '../../../utils/chat/live-parts.ts';
import { AnswerText } from './answer-text.tsx';

export interface AnswerReasoningProps {
	text: GrowingText;
	/** It still grows: nothing has come after it. */
	isThinking: boolean;
}

/** What the model thought before it went on: folded, and not drawn until it is looked at. */
export function AnswerReasoning({ text, isThinking }: AnswerReasoningProps) {
	const [isOpen, setIsOpen] = useState(false);
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
					<AnswerText text={text} isFinal={!isThinking} />
				</div>
			)}
		</details>
	);
}
