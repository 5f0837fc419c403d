import { i18n } from '#i18n';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

export function DeleteDialog({ onCancel, onDelete }: { onCancel: () => void; onDelete: () => void }) {
	return (
		<Dialog
			title={i18n.t('chat.deleteTitle')}
			onClose={onCancel}
			actions={
				<>
					<Button onClick={onCancel}>{i18n.t('ui.cancel')}</Button>
					<Button look="danger" onClick={onDelete}>
						{i18n.t('chat.delete')}
					</Button>
				</>
			}
		>
			<p className="text-muted">{i18n.t('chat.deleteText')}</p>
		</Dialog>
	);
}
