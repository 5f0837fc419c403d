import { PanelLeftClose } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { useChatServices } from '../chat/services/chat-services.ts';
import { BaseUiCsp } from '../ui/base-ui-csp.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { HistoryContent } from './history-content.tsx';

export interface HistoryColumnProps {
	/** How often the user has asked for the history since it stands here: each time, its search takes the focus. */
	asked: number;
	onClose: () => void;
}

/** The history beside the chat, in a wide window. It stays when a chat is opened. */
export function HistoryColumn({ asked, onClose }: HistoryColumnProps) {
	const { composer, session } = useChatServices();
	const input = useRef<HTMLInputElement>(null);
	useEffect(() => {
		if (asked > 0) input.current?.focus();
	}, [asked]);

	return (
		<BaseUiCsp>
			<div className="flex items-center justify-between gap-3">
				<h2 className="min-w-0 font-semibold">{i18n.t('history.title')}</h2>
				<IconButton
					icon={PanelLeftClose}
					label={i18n.t('history.hide')}
					className="rtl:-scale-x-100"
					onClick={onClose}
				/>
			</div>
			<HistoryContent
				searchRef={input}
				onOpened={() => composer.focus()}
				// While an answer runs, Escape stops it, wherever the focus is.
				onLeave={() => session.getState().runningAnswerId === null && composer.focus()}
			/>
		</BaseUiCsp>
	);
}
