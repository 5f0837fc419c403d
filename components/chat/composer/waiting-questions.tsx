import { Clock, Send, Undo2 } from 'lucide-react';
import { i18n } from '#i18n';
import { pieceOfQuestion } from '../../../utils/chat/pieces.ts';
import type { UserMessage } from '../../../utils/chat/schema.ts';
import { titleOf } from '../../../utils/chat/title-of.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnouncement } from '../services/chat-services.ts';
import { useWaitingQuestions } from '../services/waiting-questions.ts';

/** What waits for the running answer, above the composer: each can be sent at once, or taken back to be written on. */
export function WaitingQuestions() {
	const { waiting, isHeld, sendNow, takeBack, takeAllBack } = useWaitingQuestions();
	const newest = waiting.at(-1);
	useAnnouncement(newest ? i18n.t('chat.waiting.one', { text: titleOf(newest.question) }) : null);
	useAnnouncement(isHeld ? i18n.t('chat.waiting.held') : null);
	if (waiting.length === 0) return null;
	return (
		<section aria-label={i18n.t('chat.waiting.title')} className="mb-2 flex flex-col gap-1.5">
			<ul className="flex max-h-[30dvh] flex-col gap-1.5 overflow-y-auto">
				{waiting.map((one) => (
					<li
						key={one.answerId}
						className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-border bg-surface py-1 ps-3 pe-1"
					>
						<Clock size={14} aria-hidden="true" className="shrink-0 text-muted" />
						<span
							dir="auto"
							className="line-clamp-2 min-w-0 flex-1 basis-32 text-sm [overflow-wrap:anywhere]"
						>
							{i18n.t('chat.waiting.one', { text: nameOf(one.question) })}
						</span>
						<span className="ms-auto flex flex-wrap gap-1">
							<Button size="sm" look="quiet" onClick={() => sendNow(one)}>
								<Send size={14} aria-hidden="true" />
								{i18n.t('chat.waiting.sendNow')}
							</Button>
							<Button size="sm" look="quiet" onClick={() => void takeBack(one)}>
								<Undo2 size={14} aria-hidden="true" />
								{i18n.t('chat.waiting.takeBack')}
							</Button>
						</span>
					</li>
				))}
			</ul>
			{waiting.length > 1 && (
				<Button size="sm" look="quiet" className="self-end" onClick={() => void takeAllBack()}>
					<Undo2 size={14} aria-hidden="true" />
					{i18n.t('chat.waiting.takeAllBack')}
				</Button>
			)}
			{isHeld && <p className="px-1 text-sm text-muted">{i18n.t('chat.waiting.held')}</p>}
		</section>
	);
}

/** What a question is about, as short as a title. */
function nameOf(question: UserMessage): string {
	const { number, of } = pieceOfQuestion(question) ?? {};
	const name = titleOf(question);
	return number === undefined || of === undefined
		? name
		: `${i18n.t('attach.piece', { number, of })} · ${name}`;
}
