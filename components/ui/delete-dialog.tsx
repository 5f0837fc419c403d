import { i18n } from '#i18n';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

export interface DeleteDialogProps {
	title: string;
	/** Says what will be lost. */
	text: string;
	onCancel: () => void;
	onDelete: () => void;
	/** Another thing that can be deleted instead. */
	other?: { label: string; onDelete: () => void };
}

/** Asks for confirmation before something is deleted for ever. */
export function DeleteDialog({ title, text, onCancel, onDelete, other }: DeleteDialogProps) {
	return (
		<Dialog
			title={title}
			onClose={onCancel}
			actions={
				<>
					<Button onClick={onCancel}>{i18n.t('ui.cancel')}</Button>
					{other && (
						<Button look="danger" onClick={other.onDelete}>
							{other.label}
						</Button>
					)}
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
