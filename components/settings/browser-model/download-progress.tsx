import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import type { DownloadState } from './use-download.ts';

interface DownloadProgressProps {
	state: DownloadState;
	onCancel: () => void;
	onRetry: () => void;
}

/**
 * Shows how far the browser's download has come, with a button to cancel it; or why it failed, with a button to try
 * again.
 */
export function DownloadProgress({ state, onCancel, onRetry }: DownloadProgressProps) {
	if (state.type === 'idle') return null;
	if (state.type === 'failed') {
		return (
			<>
				<Notice look="danger" role="alert">
					<p className="font-medium">{i18n.t('settings.connect.notDownloaded')}</p>
					<p>{i18n.t('settings.connect.notDownloadedAdvice')}</p>
					<p className="line-clamp-3 break-words">{state.detail}</p>
				</Notice>
				<Button className="self-start" onClick={onRetry}>
					{i18n.t('settings.connect.tryAgain')}
				</Button>
			</>
		);
	}
	const { loaded, hasBegun } = state;
	const text =
		hasBegun && loaded === null
			? i18n.t('settings.connect.preparing')
			: i18n.t('settings.connect.downloading');
	return (
		<div className="flex flex-col items-start gap-2 text-sm text-text">
			<ProgressBar label={text} share={loaded} />
			<Button size="sm" onClick={onCancel}>
				{i18n.t('ui.cancel')}
			</Button>
		</div>
	);
}
