import { i18n } from '#i18n';
import { DeleteDialog } from '../../ui/delete-dialog.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { deletableAlone, deleteMessage } from '../services/delete-message.ts';

/** Asks whether all that follows a message is to be deleted, too. Where it can stay, the message can be deleted alone. */
export function DeleteMessageDialog({ messageId, onClose }: { messageId: string; onClose: () => void }) {
	const services = useChatServices();
	const { path, isTemporary } = services.session.getState();
	// Only the database can take one out of the middle.
	const alone = isTemporary ? null : deletableAlone(path, messageId);

	function remove(ids?: readonly string[]): void {
		onClose();
		void deleteMessage(services, messageId, ids);
	}

	return (
		<DeleteDialog
			title={i18n.t('chat.deleteTitle')}
			text={i18n.t('chat.deleteText')}
			onCancel={onClose}
			onDelete={() => remove()}
			{...(alone && {
				other: {
					label: i18n.t(alone.length > 1 ? 'chat.deleteExchange' : 'chat.deleteAnswer'),
					onDelete: () => remove(alone),
				},
			})}
		/>
	);
}
