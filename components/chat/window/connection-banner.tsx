import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useAnnouncement, useChatState } from '../services/chat-services.ts';

function Reconnecting() {
	const text = i18n.t('chat.reconnecting');
	useAnnouncement(text);
	return (
		<Notice className="rounded-none">
			<span className="flex items-center gap-2">
				<Spinner size={14} />
				{text}
			</span>
		</Notice>
	);
}

function ReloadNeeded() {
	const text = i18n.t('chat.reloadNeeded');
	useAnnouncement(text);
	return (
		<Notice
			look="warning"
			className="rounded-none"
			actions={
				<Button size="sm" onClick={() => window.location.reload()}>
					{i18n.t('chat.reload')}
				</Button>
			}
		>
			{text}
		</Notice>
	);
}

function StoreFailing() {
	const text = i18n.t('chat.storeFailing');
	useAnnouncement(text);
	return (
		<Notice look="warning" className="rounded-none">
			{text}
		</Notice>
	);
}

/** Says that the chat is temporary, for as long as it is shown. */
function Temporary() {
	const text = i18n.t('chat.temporary.banner');
	useAnnouncement(text);
	return <Notice className="rounded-none">{text}</Notice>;
}

/** Says when the window has lost the background, and when the chat cannot be saved, or is not to be. */
export function ConnectionBanner() {
	const connection = useChatState((state) => state.connection);
	const isStoreFailing = useChatState((state) => state.isStoreFailing);
	const isTemporary = useChatState((state) => state.isTemporary);
	return (
		<>
			{isTemporary && <Temporary />}
			{connection === 'reconnecting' && <Reconnecting />}
			{connection === 'reload-needed' && <ReloadNeeded />}
			{isStoreFailing && <StoreFailing />}
		</>
	);
}
