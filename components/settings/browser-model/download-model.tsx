import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { DownloadProgress } from './download-progress.tsx';
import { useDownload } from './use-download.ts';
import { useFoundModel } from './use-found-model.ts';

/** A button that has the browser download its model. Draws nothing until the browser has said what it can do. */
export function DownloadModel({ onReady }: { onReady: () => void }) {
	const found = useFoundModel();
	const { state, start, cancel } = useDownload(onReady);
	if (!found) return null;
	if (state.type === 'idle') {
		return (
			<Button look="primary" onClick={() => void start(found)}>
				{i18n.t('settings.connect.download')}
			</Button>
		);
	}
	return <DownloadProgress state={state} onCancel={cancel} onRetry={() => void start(found)} />;
}
