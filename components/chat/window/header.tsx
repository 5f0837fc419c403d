import { History, PanelRight, Settings, SquarePen } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import { openSettings } from '../../../utils/platform/settings-page.ts';
import { usePanel } from '../../settings/use-panel.ts';
import { ErrorBoundary } from '../../ui/error-boundary.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { EffortPicker } from './effort-picker.tsx';
import { ModelPicker } from './model-picker.tsx';

const HistoryDialog = lazy(async () => ({
	default: (await import('../../history/history-dialog.tsx')).HistoryDialog,
}));

/** The top of the window: the model that answers, and buttons for other chats, the side panel and the settings. */
export function Header() {
	const { session, surface, composer } = useChatServices();
	const [isHistoryOpen, setIsHistoryOpen] = useState(false);

	function startNew(): void {
		session.startNew();
		composer.focus();
	}

	return (
		<>
			<header className="flex items-center gap-1 border-b border-border px-2 py-1.5">
				<ModelPicker />
				<EffortPicker />
				<div className="ms-auto flex">
					<IconButton icon={SquarePen} label={i18n.t('chat.newChat')} onClick={startNew} />
					<IconButton icon={History} label={i18n.t('history.title')} onClick={() => setIsHistoryOpen(true)} />
					{surface === 'popup' && <PanelButton />}
					<IconButton icon={Settings} label={i18n.t('chat.settings')} onClick={() => void openSettings()} />
				</div>
			</header>
			{isHistoryOpen && (
				<ErrorBoundary fallback={<ReloadNotice />}>
					<Suspense>
						<HistoryDialog onClose={() => setIsHistoryOpen(false)} />
					</Suspense>
				</ErrorBoundary>
			)}
		</>
	);
}

/** Moves the chat from the popup to the side panel, which stays open beside the page. */
function PanelButton() {
	const openPanel = usePanel();
	const open = () => void openPanel().then(() => window.close());

	return <IconButton icon={PanelRight} label={i18n.t('chat.openPanel')} onClick={open} />;
}
