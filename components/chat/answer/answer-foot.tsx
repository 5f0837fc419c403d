import { ChevronRight } from 'lucide-react';
import { lazy, useState } from 'react';
import type { Message } from '../../../utils/chat/schema.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { footText } from './foot-text.ts';

const AnswerDetails = lazy(async () => ({ default: (await import('./answer-details.tsx')).AnswerDetails }));

/** Which model answered, in what time and how many tokens; the rest on demand. Nothing where none of it is known. */
export function AnswerFoot({ message }: { message: Message }) {
	const [isOpen, setIsOpen] = useState(false);
	const text = footText(message);
	if (text === '') return null;
	return (
		<details
			className="group/foot pointer-events-none text-xs text-muted"
			onToggle={(event) => setIsOpen(event.currentTarget.open)}
		>
			<summary className="pointer-events-auto flex h-7 w-fit max-w-full list-none items-center gap-1 rounded-sm hover:text-text">
				<span className="truncate tabular-nums">{text}</span>
				<ChevronRight
					size={12}
					aria-hidden="true"
					className="shrink-0 transition-transform group-open/foot:rotate-90 rtl:-scale-x-100"
				/>
			</summary>
			{isOpen && (
				<Late otherwise={<ReloadNotice />}>
					<AnswerDetails message={message} />
				</Late>
			)}
		</details>
	);
}
