import { i18n } from '#i18n';
import { heldBlobs } from '../../../utils/settings/held-blobs.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { focusModelPicker } from '../services/model-focus.ts';
import { allowPictures } from './blind-models.ts';

/** Says that a question was not sent because its model sees no pictures, and lets the user choose what becomes of it. */
export function BlindNotice({ model, onClose }: { model: string; onClose: () => void }) {
	const services = useChatServices();
	const { composer } = services;

	function sendAnyway(): void {
		allowPictures(services);
		onClose();
		composer.focus();
		composer.getElement()?.closest('form')?.requestSubmit();
	}

	function removePictures(): void {
		for (const attachment of composer.getAttachments()) {
			if (attachment.type !== 'image') continue;
			composer.remove(attachment);
			void heldBlobs.remove([attachment.blobId]);
		}
		onClose();
		composer.focus();
	}

	return (
		<Notice
			role="alert"
			look="warning"
			className="mb-2"
			actions={
				<>
					<Button size="sm" onClick={focusModelPicker}>
						{i18n.t('chat.chooseModel')}
					</Button>
					<Button size="sm" look="quiet" onClick={removePictures}>
						{i18n.t('attach.removePictures')}
					</Button>
					<Button size="sm" look="quiet" onClick={sendAnyway}>
						{i18n.t('attach.sendAnyway')}
					</Button>
				</>
			}
		>
			{i18n.t('attach.heldBack', { model })}
		</Notice>
	);
}
