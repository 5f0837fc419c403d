import { Clock, Send, Undo2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { attachmentsOf, textOf } from '../../../utils/chat/parts.ts';
import { titleOf } from '../../../utils/chat/title-of.ts';
import type { LaterRequest } from '../../../utils/run/window/run-client.ts';
import { readWaitingList, type WaitingList, watchWaitingList } from '../../../utils/run/waiting-list.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnouncement, useChatServices, useChatState } from '../services/chat-services.ts';

type Waiting = WaitingList['questions'][number];

const NONE: readonly Waiting[] = [];

/** The questions of the chat that wait for its answer. What the background has asked by now is left out. */
function useWaiting(chatId: string | null): readonly Waiting[] {
	const messages = useChatState((state) => state.messages);
	const [waiting, setWaiting] = useState<readonly Waiting[]>(NONE);

	useEffect(() => {
		setWaiting(NONE);
		if (chatId === null) return;
		let isNewer = false;
		const show = (list: WaitingList | null) => setWaiting(list?.questions ?? NONE);
		const unwatch = watchWaitingList(chatId, (list) => {
			isNewer = true;
			show(list);
		});
		readWaitingList(chatId).then(
			(list) => isNewer || show(list),
			(error: unknown) => console.error('The waiting questions could not be read.', error),
		);
		return () => {
			isNewer = true;
			unwatch();
		};
	}, [chatId]);

	return waiting.filter(({ question }) => !messages.has(question.id));
}

/** Whether the chat's last answer has ended otherwise than well, so that nothing is sent by itself. */
function useIsHeld(): boolean {
	return useChatState(({ path, messages, runningAnswerId }) => {
		const last = messages.get(path.at(-1)?.id ?? '');
		return runningAnswerId === null && last?.role === 'assistant' && last.status !== 'done';
	});
}

/** What waits for the running answer, above the composer: each can be sent at once, or taken back to be written on. */
export function WaitingQuestions() {
	const { session, client, composer, announcer } = useChatServices();
	const chatId = useChatState((state) => state.chatId);
	const waiting = useWaiting(chatId);
	const isHeld = useIsHeld() && waiting.length > 0;
	const newest = waiting.at(-1);
	useAnnouncement(newest ? i18n.t('chat.waiting.one', { text: titleOf(newest.question) }) : null);
	useAnnouncement(isHeld ? i18n.t('chat.waiting.held') : null);
	if (chatId === null || waiting.length === 0) return null;

	function request(asked: LaterRequest) {
		composer.focus();
		return client.request(asked);
	}

	async function takeBack({ answerId }: Waiting, from: string): Promise<void> {
		const reply = await request({ type: 'take-back', chatId: from, answerId });
		if (reply?.type !== 'take-back') return;
		if (!reply.question) {
			announcer.say(i18n.t('chat.waiting.late'));
			return;
		}
		const { parts } = reply.question;
		const quotes = attachmentsOf(parts).filter((part) => part.type === 'quote');
		composer.putBack(textOf(parts), quotes);
	}

	const sendNow = ({ answerId }: Waiting, to: string) =>
		void request({
			type: 'send-waiting',
			chatId: to,
			answerId,
			parentId: session.getState().path.at(-1)?.id ?? null,
		});

	return (
		<section aria-label={i18n.t('chat.waiting.title')} className="mb-2 flex flex-col gap-1.5">
			<ul className="flex max-h-[30dvh] flex-col gap-1.5 overflow-y-auto">
				{waiting.map((one) => (
					<li
						key={one.answerId}
						className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-border bg-surface py-1 ps-3 pe-1"
					>
						<Clock size={14} aria-hidden="true" className="shrink-0 text-muted" />
						<span dir="auto" className="line-clamp-2 min-w-0 flex-1 basis-32 text-sm [overflow-wrap:anywhere]">
							{i18n.t('chat.waiting.one', { text: titleOf(one.question) })}
						</span>
						<span className="ms-auto flex flex-wrap gap-1">
							<Button size="sm" look="quiet" onClick={() => sendNow(one, chatId)}>
								<Send size={14} aria-hidden="true" />
								{i18n.t('chat.waiting.sendNow')}
							</Button>
							<Button size="sm" look="quiet" onClick={() => void takeBack(one, chatId)}>
								<Undo2 size={14} aria-hidden="true" />
								{i18n.t('chat.waiting.takeBack')}
							</Button>
						</span>
					</li>
				))}
			</ul>
			{isHeld && <p className="px-1 text-sm text-muted">{i18n.t('chat.waiting.held')}</p>}
		</section>
	);
}
