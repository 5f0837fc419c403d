import { Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { forgetDeleted } from '../services/preload.ts';

const DeleteDialog = lazy(async () => ({
	default: (await import('../../ui/delete-dialog.tsx')).DeleteDialog,
}));

/** A button that deletes a message. It asks first when other messages follow, since those are deleted, too. */
export function DeleteButton({ messageId }: { messageId: string }) {
	const { session } = useChatServices();
	const [isAsking, setIsAsking] = useState(false);

	function remove(): void {
		session.deleteMessage(messageId);
		void forgetDeleted();
	}

	function press(): void {
		if (session.getState().path.at(-1)?.id === messageId) remove();
		else setIsAsking(true);
	}

	return (
		<>
			<IconButton size="sm" icon={Trash2} label={i18n.t('chat.delete')} onClick={press} />
			{isAsking && (
				<Suspense>
					<DeleteDialog
						title={i18n.t('chat.deleteTitle')}
						text={i18n.t('chat.deleteText')}
						onCancel={() => setIsAsking(false)}
						onDelete={() => {
							setIsAsking(false);
							remove();
						}}
					/>
				</Suspense>
			)}
		</>
	);
}
