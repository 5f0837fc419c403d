import { useRef } from 'react';
import { i18n } from '#i18n';
import { useChatServices } from '../chat/services/chat-services.ts';
import { Dialog } from '../ui/dialog.tsx';
import { HistoryContent } from './history-content.tsx';
import { UndoBar } from './undo-bar.tsx';

/** The history over the chat, where the window has no room for it beside the chat. */
export function HistoryDialog({ onClose }: { onClose: () => void }) {
	const { composer } = useChatServices();
	const hasOpened = useRef(false);
	const input = useRef<HTMLInputElement>(null);

	return (
		<Dialog
			title={i18n.t('history.title')}
			onClose={onClose}
			getInitialFocus={() => input.current}
			getFinalFocus={() => (hasOpened.current ? composer.getElement() : null)}
		>
			<HistoryContent
				searchRef={input}
				onOpened={() => {
					hasOpened.current = true;
					onClose();
				}}
			/>
			<UndoBar isInDialog />
		</Dialog>
	);
}
