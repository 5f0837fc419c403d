import { i18n } from '#i18n';
import { locale } from '../../utils/platform/texts.ts';
import { Button } from '../ui/button.tsx';
import { joinClasses } from '../ui/join-classes.ts';
import { Notice } from '../ui/notice.tsx';
import type { DownloadState } from './use-download.ts';

const percent = new Intl.NumberFormat(locale, { style: 'percent' });

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
	const share = loaded === null ? null : percent.format(loaded);
	return (
		<div className="flex flex-col items-start gap-2 text-sm text-text">
			<div className="flex w-full justify-between gap-2">
				<p role="status">{text}</p>
				{/* The bar tells this to screen readers. A status would be read out at each step. */}
				<span aria-hidden="true" className="tabular-nums">
					{share}
				</span>
			</div>
			<div
				role="progressbar"
				aria-label={text}
				aria-valuetext={share ?? text}
				className="h-2 w-full overflow-hidden rounded-full bg-surface-2 forced-colors:border"
				{...(loaded !== null && { 'aria-valuenow': Math.round(loaded * 100) })}
			>
				<div
					className={joinClasses(
						'h-full bg-accent forced-colors:bg-[Highlight]',
						loaded === null && 'animate-pulse opacity-50',
					)}
					style={{ width: loaded === null ? '100%' : `${loaded * 100}%` }}
				/>
			</div>
			<Button size="sm" onClick={onCancel}>
				{i18n.t('ui.cancel')}
			</Button>
		</div>
	);
}
