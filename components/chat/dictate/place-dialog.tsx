import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface PlaceDialogProps {
	canDownload: boolean;
	canUseServer: boolean;
	onDownload: () => void;
	onServer: () => void;
	onCancel: () => void;
	getFinalFocus: () => HTMLElement | null;
}

/** Says where the voice goes before it first does, and lets the user choose. */
export function PlaceDialog({
	canDownload,
	canUseServer,
	onDownload,
	onServer,
	onCancel,
	getFinalFocus,
}: PlaceDialogProps) {
	return (
		<Dialog
			title={i18n.t('dictate.title')}
			onClose={onCancel}
			getFinalFocus={getFinalFocus}
			actions={
				<>
					<Button onClick={onCancel}>{i18n.t('ui.cancel')}</Button>
					{canUseServer && (
						<Button look={canDownload ? 'secondary' : 'primary'} onClick={onServer}>
							{i18n.t(canDownload ? 'dictate.useServer' : 'dictate.goOn')}
						</Button>
					)}
					{canDownload && (
						<Button look="primary" onClick={onDownload}>
							{i18n.t('dictate.download')}
						</Button>
					)}
				</>
			}
		>
			<div className="flex flex-col gap-3 overflow-y-auto">
				{canDownload && <p>{i18n.t('dictate.canDownload')}</p>}
				{canUseServer && <p>{i18n.t(canDownload ? 'dictate.toServer' : 'dictate.toServerOnly')}</p>}
				{canUseServer && <p className="text-muted">{i18n.t('dictate.remembered')}</p>}
			</div>
		</Dialog>
	);
}
