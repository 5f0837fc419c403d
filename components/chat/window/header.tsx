import { History, PanelRight, Settings, SquarePen } from 'lucide-react';
import { lazy, type Ref, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { openSettings } from '../../../utils/platform/settings-page.ts';
import { usePanel } from '../../settings/use-panel.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { useChatServices, useChatState } from '../services/chat-services.ts';
import { ChatSettingsButton } from './chat-settings-button.tsx';
import { ModelPicker } from './model-picker.tsx';
import { ShortcutList } from './shortcut-list.tsx';

const EffortPicker = lazy(async () => ({ default: (await import('./effort-picker.tsx')).EffortPicker }));
const ChatTitle = lazy(async () => ({ default: (await import('./chat-title.tsx')).ChatTitle }));

interface HeaderProps {
	/** Called when the user wants to see the history. */
	onHistory: () => void;
	historyRef: Ref<HTMLButtonElement>;
}

/** The top of the window: the model that answers, and buttons for other chats, the side panel and the settings. */
export function Header({ onHistory, historyRef }: HeaderProps) {
	const { session, surface, composer, targets } = useChatServices();
	const chat = useChatState((state) => state.chat);
	// What the first paint does not need comes after it.
	const [isDrawn, setIsDrawn] = useState(false);
	useEffect(() => setIsDrawn(true), []);

	function startNew(): void {
		const { chatId, isTemporary } = session.getState();
		session.startNew();
		if (isTemporary && chatId !== null) composer.discard(chatId);
		targets.setNext(null);
		composer.focus();
	}

	return (
		<>
			<header className="border-b border-border px-2 py-1.5">
				<div className="flex items-center gap-1">
					<ModelPicker />
					<Late>{isDrawn && <EffortPicker />}</Late>
					<ChatSettingsButton />
					<div className="ms-auto flex">
						<IconButton icon={SquarePen} label={i18n.t('chat.newChat')} onClick={startNew} />
						<IconButton icon={History} label={i18n.t('history.title')} ref={historyRef} onClick={onHistory} />
						{surface === 'popup' && <PanelButton />}
						<IconButton icon={Settings} label={i18n.t('chat.settings')} onClick={() => void openSettings()} />
					</div>
				</div>
				{chat && (
					<div className="min-h-8">
						<Late>
							<ChatTitle chat={chat} />
						</Late>
					</div>
				)}
			</header>
			<ShortcutList />
		</>
	);
}

/** Moves the chat from the popup to the side panel, which stays open beside the page. */
function PanelButton() {
	const openPanel = usePanel();
	const open = () => void openPanel().then(() => window.close());

	return <IconButton icon={PanelRight} label={i18n.t('chat.openPanel')} onClick={open} />;
}
