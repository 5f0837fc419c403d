import { SlidersHorizontal } from 'lucide-react';
import { lazy, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useTarget } from '../services/chat-services.ts';

const ChatSettingsDialog = lazy(async () => ({
	default: (await import('./chat-settings-dialog.tsx')).ChatSettingsDialog,
}));

/** Opens the settings of this chat; not there while there is nothing to ask. */
export function ChatSettingsButton() {
	const [isOpen, setIsOpen] = useState(false);
	const button = useRef<HTMLButtonElement>(null);
	if (useTarget() === null) return null;
	return (
		<>
			<IconButton
				ref={button}
				icon={SlidersHorizontal}
				label={i18n.t('chat.sheet.open')}
				aria-haspopup="dialog"
				onClick={() => setIsOpen(true)}
			/>
			{isOpen && (
				<Late otherwise={<ReloadNotice />}>
					<ChatSettingsDialog onClose={() => setIsOpen(false)} getFinalFocus={() => button.current} />
				</Late>
			)}
		</>
	);
}
