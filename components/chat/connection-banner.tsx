import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useChatState } from './chat-services.ts';

/** Says when the window has lost the background, and when the chat cannot be saved. */
export function ConnectionBanner() {
	const connection = useChatState((state) => state.connection);
	const isStoreFailing = useChatState((state) => state.isStoreFailing);
	return (
		<div role="status" className="empty:hidden">
			{connection === 'reconnecting' && (
				<Notice className="rounded-none">
					<span className="flex items-center gap-2">
						<Spinner size={14} />
						{i18n.t('chat.reconnecting')}
					</span>
				</Notice>
			)}
			{connection === 'reload-needed' && (
				<Notice
					look="warning"
					className="rounded-none"
					actions={
						<Button size="sm" onClick={() => window.location.reload()}>
							{i18n.t('chat.reload')}
						</Button>
					}
				>
					{i18n.t('chat.reloadNeeded')}
				</Notice>
			)}
			{isStoreFailing && (
				<Notice look="warning" className="rounded-none">
					{i18n.t('chat.storeFailing')}
				</Notice>
			)}
		</div>
	);
}
