import { i18n } from '#i18n';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface DeleteDialogProps {
	title: string;
	/** Says what will be lost. */
	text: string;
	onCancel: () => void;
	onDelete: () => void;
}

/** Asks for confirmation before something is deleted for ever. */
export function DeleteDialog({ title, text, onCancel, onDelete }: DeleteDialogProps) {
	return (
		<Dialog
			title={title}
			onClose={onCancel}
			actions={
				<>
					<Button onClick={onCancel}>{i18n.t('ui.cancel')}</Button>
					<Button look="danger" onClick={onDelete}>
						{i18n.t('ui.delete')}
					</Button>
				</>
			}
		>
			<p className="text-muted">{text}</p>
		</Dialog>
	);
}
