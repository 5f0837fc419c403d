import { History, PanelRight, Settings, SquarePen } from 'lucide-react';
import { lazy, type Ref } from 'react';
import { i18n } from '#i18n';
import { hasPanel } from '../../../utils/platform/panel.ts';
import { openSettings } from '../../../utils/platform/settings-page.ts';
import { usePanel } from '../../settings/page/use-panel.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { useChatServices, useChatState } from '../services/chat-services.ts';
import { ShortcutList } from './shortcut-list.tsx';

const ChatTitle = lazy(async () => ({ default: (await import('./chat-title.tsx')).ChatTitle }));

interface HeaderProps {
	/** Called when the user wants to see the history. */
	onHistory: () => void;
	historyRef: Ref<HTMLButtonElement>;
}

/** The top of the window: the chat's title, and buttons for other chats, the side panel and the settings. */
export function Header({ onHistory, historyRef }: HeaderProps) {
	const { session, surface, composer, targets } = useChatServices();
	const chat = useChatState((state) => state.chat);

	function startNew(): void {
		const { chatId, isTemporary } = session.getState();
		session.startNew();
		if (isTemporary && chatId !== null) composer.discard(chatId);
		targets.setNext(null);
		composer.focus();
	}

	return (
		<>
			<header className="flex flex-wrap items-center gap-1 border-b border-border px-2 py-1.5">
				{/* While the title is edited, it has the whole width. */}
				<div className="min-h-8 min-w-0 flex-1 has-[form]:basis-full">
					{chat && (
						<Late>
							<ChatTitle chat={chat} />
						</Late>
					)}
				</div>
				<div className="ms-auto flex">
					<IconButton icon={SquarePen} label={i18n.t('chat.newChat')} onClick={startNew} />
					<IconButton icon={History} label={i18n.t('history.title')} ref={historyRef} onClick={onHistory} />
					{surface === 'popup' && <PanelButton />}
					<IconButton icon={Settings} label={i18n.t('chat.settings')} onClick={() => void openSettings()} />
				</div>
			</header>
			<ShortcutList />
		</>
	);
}

/** Moves the chat from the popup to the side panel, or a tab where there is none: both stay open beside the page. */
function PanelButton() {
	const openPanel = usePanel();
	const open = () => void openPanel().then(() => window.close());

	const label = hasPanel() ? i18n.t('chat.openPanel') : i18n.t('chat.openTab');
	return <IconButton icon={PanelRight} label={label} onClick={open} />;
}
