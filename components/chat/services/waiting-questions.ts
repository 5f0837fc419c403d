import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { isAttachment, textOf } from '../../../utils/chat/parts.ts';
import type { UserMessage } from '../../../utils/chat/schema.ts';
import { readWaitingList, type WaitingList, watchWaitingList } from '../../../utils/run/waiting-list.ts';
import { useChatServices, useChatState } from './chat-services.ts';
import { joinText } from './join-text.ts';

type Waiting = WaitingList['questions'][number];

const NONE: readonly Waiting[] = [];

/** The questions of the shown chat that wait for its answer, and what can be done with each. */
export interface ShownWaiting {
	waiting: readonly Waiting[];
	/** True if the chat's last answer was stopped or failed, so that nothing is sent by itself. */
	isHeld: boolean;
	/** Asks it after what is shown; a running answer is stopped. */
	sendNow: (waiting: Waiting) => void;
	/** Puts it back into the composer, behind what is written there. */
	takeBack: (waiting: Waiting) => Promise<void>;
	/** Puts all of them back into the composer, as one question. */
	takeAllBack: () => Promise<void>;
}

export function useWaitingQuestions(): ShownWaiting {
	const { session, client, composer, announcer } = useChatServices();
	const waiting = useList();
	const isHeld = useChatState(({ path, messages, runningAnswerId }) => {
		const last = messages.get(path.at(-1)?.id ?? '');
		return runningAnswerId === null && last?.role === 'assistant' && last.status !== 'done';
	});

	/** Takes a question out of the list. Resolves to null, and says so, if it has been asked by now. */
	async function take({ chat, answerId }: Waiting): Promise<UserMessage | null> {
		const reply = await client.request({ type: 'take-back', chatId: chat.id, answerId });
		if (reply?.type !== 'take-back') return null;
		if (!reply.question) announcer.say(i18n.t('chat.waiting.late'));
		return reply.question;
	}

	return {
		waiting,
		isHeld: isHeld && waiting.length > 0,
		sendNow({ chat, answerId }) {
			composer.focus();
			const parentId = session.getState().path.at(-1)?.id ?? null;
			void client.request({ type: 'send-waiting', chatId: chat.id, answerId, parentId });
		},
		async takeBack(one) {
			composer.focus();
			const question = await take(one);
			if (question) composer.putBack(textOf(question.parts), question.parts.filter(isAttachment));
		},
		async takeAllBack() {
			composer.focus();
			const questions: UserMessage[] = [];
			// The last one is taken first. If the first were, the next would move up, and might be asked before it is
			// taken.
			for (const one of waiting.toReversed()) {
				const question = await take(one);
				if (question) questions.unshift(question);
			}
			if (questions.length === 0) return;
			composer.putBack(
				ownTexts(questions).join('\n\n'),
				questions.flatMap(({ parts }) => parts.filter(isAttachment)),
			);
		},
	};
}

/**
 * The texts that the user has typed, each once: questions about the pieces of a text repeat one. The question that
 * joins their answers is not the user's.
 */
function ownTexts(questions: readonly UserMessage[]): string[] {
	const texts = new Set(questions.map(({ parts }) => textOf(parts)));
	const joining = [...texts].map(joinText);
	return [...texts].filter((text) => !joining.includes(text));
}

/** The chat's list, without what the background has asked by now. */
function useList(): readonly Waiting[] {
	const chatId = useChatState((state) => state.chatId);
	const messages = useChatState((state) => state.messages);
	const [waiting, setWaiting] = useState<readonly Waiting[]>(NONE);

	useEffect(() => {
		setWaiting(NONE);
		if (chatId === null) return;
		let isOutdated = false;
		const show = (list: WaitingList | null) => setWaiting(list?.questions ?? NONE);
		const unwatch = watchWaitingList(chatId, (list) => {
			isOutdated = true;
			show(list);
		});
		readWaitingList(chatId).then(
			(list) => isOutdated || show(list),
			(error: unknown) => console.error('The waiting questions could not be read.', error),
		);
		return () => {
			isOutdated = true;
			unwatch();
		};
	}, [chatId]);

	return waiting.filter(({ question }) => !messages.has(question.id));
}
