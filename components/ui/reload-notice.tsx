import { i18n } from '#i18n';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** Says that the page, or a part of it, cannot be drawn, and that loading it again helps. */
export function ReloadNotice() {
	return (
		<Notice
			role="alert"
			look="warning"
			className="m-3"
			actions={
				<Button size="sm" onClick={() => window.location.reload()}>
					{i18n.t('ui.reload')}
				</Button>
			}
		>
			{i18n.t('ui.broken')}
		</Notice>
	);
}
