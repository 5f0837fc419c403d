import { Trash2 } from 'lucide-react';
import { lazy, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useChatServices } from '../services/chat-services.ts';

const DeleteMessageDialog = lazy(async () => ({
	default: (await import('./delete-message-dialog.tsx')).DeleteMessageDialog,
}));

/** A button that deletes a message. It asks first when other messages follow, since those may be deleted, too. */
export function DeleteButton({ messageId }: { messageId: string }) {
	const services = useChatServices();
	const [isAsking, setIsAsking] = useState(false);

	async function press(): Promise<void> {
		const isLast = services.session.getState().path.at(-1)?.id === messageId;
		if (!isLast) setIsAsking(true);
		else await (await import('../services/delete-message.ts')).deleteMessage(services, messageId);
	}

	return (
		<>
			<IconButton size="sm" icon={Trash2} label={i18n.t('chat.delete')} onClick={() => void press()} />
			{isAsking && (
				<Late otherwise={<ReloadNotice />}>
					<DeleteMessageDialog messageId={messageId} onClose={() => setIsAsking(false)} />
				</Late>
			)}
		</>
	);
}
