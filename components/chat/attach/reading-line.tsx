import { i18n } from '#i18n';
import type { PdfProgress } from '../../../utils/files/pdf/read-pdf.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { Spinner } from '../../ui/spinner.tsx';

interface ReadingLineProps {
	/** What is read. */
	text: string;
	/** Null where it takes no time worth telling. */
	progress: PdfProgress | null;
	onCancel: () => void;
}

/** Says that something is read. Of a PDF it shows how far that is, and lets the user end it. */
export function ReadingLine({ text, progress, onCancel }: ReadingLineProps) {
	if (!progress)
		return (
			<p className="mb-2 flex items-center gap-2 px-1 text-sm text-muted">
				<Spinner /> {text}
			</p>
		);
	const [label, share] = toldOf(progress);
	return (
		<div className="mb-2 flex items-end gap-2 px-1 text-sm text-muted">
			<div className="flex min-w-0 flex-1 flex-col gap-1">
				{/* Told to screen readers at its end: the pages come fast. */}
				<ProgressBar label={label} share={share} isStatus={false} />
			</div>
			<Button size="sm" look="quiet" onClick={onCancel}>
				{i18n.t('ui.cancel')}
			</Button>
		</div>
	);
}

function toldOf(progress: PdfProgress): [label: string, share: number | null] {
	if (progress.step === 'fetching') return [i18n.t('attach.fetchingPdf'), progress.share];
	const { page, pages } = progress;
	const words = { page: formatNumber(page), all: formatNumber(pages) };
	return [i18n.t('attach.readingPages', words), (page - 1) / pages];
}
