import { ClipboardType, Copy, FileText, Square, TextCursorInput, Volume2 } from 'lucide-react';
import { lazy, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useWays } from '../message/use-ways.ts';
import { useChatServices } from '../services/chat-services.ts';
import { type AnswerView, copiedText } from './use-answer.ts';

const WriteDialog = lazy(async () => ({ default: (await import('../write/write-dialog.tsx')).WriteDialog }));

type Copied = 'markdown' | 'plain' | 'rich';

/** The menu of an answer, open at first, and what stays of what is chosen in it. */
export function AnswerMore({ answer }: { answer: AnswerView }) {
	const { announcer } = useChatServices();
	const ways = useWays(answer.message.id, true);
	const { isReading, start, stop } = useReading(answer.message.id);
	const [isWriting, setIsWriting] = useState(false);

	async function copy(format: Copied): Promise<void> {
		const markdown = copiedText(answer.parts);
		try {
			if (format === 'markdown') await navigator.clipboard.writeText(markdown);
			else {
				const { copyRich, markdownPlain } = await import('../../export/markdown-copy.ts');
				if (format === 'rich') await copyRich(markdown);
				else await navigator.clipboard.writeText(markdownPlain(markdown));
			}
		} catch (error) {
			console.error('The clipboard refused the text.', error);
			announcer.say(i18n.t('chat.notCopied'));
			return;
		}
		announcer.say(i18n.t('chat.copied'));
	}

	const copies: MenuAction[] = [
		{ label: i18n.t('chat.copyAs.markdown'), icon: Copy, run: () => void copy('markdown') },
		{ label: i18n.t('chat.copyAs.plain'), icon: FileText, run: () => void copy('plain') },
		{ label: i18n.t('chat.copyAs.rich'), icon: ClipboardType, run: () => void copy('rich') },
	];
	const reads: MenuAction[] =
		'speechSynthesis' in window
			? [{ label: i18n.t('chat.readAloud'), icon: Volume2, run: () => void start() }]
			: [];
	const writes: MenuAction = {
		label: i18n.t('write.open'),
		icon: TextCursorInput,
		takesFocus: true,
		run: () => setIsWriting(true),
	};
	return (
		<>
			{isReading && <IconButton size="sm" icon={Square} label={i18n.t('chat.stopReading')} onClick={stop} />}
			<Menu
				size="sm"
				label={i18n.t('ui.more')}
				isOpenAtFirst
				actions={[...copies, ...reads, ...(answer.isRunning ? [] : [writes, ...ways])]}
			/>
			{isWriting && (
				<Late otherwise={<ReloadNotice />}>
					<WriteDialog
						answerId={answer.message.id}
						text={copiedText(answer.parts)}
						onClose={() => setIsWriting(false)}
					/>
				</Late>
			)}
		</>
	);
}

/** Reads the answer aloud; it stops when the answer is no longer shown. */
function useReading(answerId: string) {
	const { session } = useChatServices();
	const [isReading, setIsReading] = useState(false);
	const end = useRef<(() => void) | null>(null);
	useEffect(() => () => end.current?.(), []);

	async function start(): Promise<void> {
		end.current?.();
		setIsReading(true);
		const { readAloud } = await import('./read-aloud.ts');
		end.current = readAloud(session, answerId, () => {
			end.current = null;
			setIsReading(false);
		});
	}

	return { isReading, start, stop: () => end.current?.() };
}
