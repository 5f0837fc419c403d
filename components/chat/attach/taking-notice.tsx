import { i18n } from '#i18n';
import type { PageFailure } from '../../../utils/page/read-page.ts';
import { requestPages } from '../../../utils/platform/permissions.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { FailedTaking, PageTaker } from './page-taker.ts';

const TEXTS: Record<Exclude<PageFailure, 'denied' | 'pdf-denied'>, () => string> = {
	closed: () => i18n.t('attach.closed'),
	gone: () => i18n.t('attach.gone'),
	late: () => i18n.t('attach.late'),
	empty: () => i18n.t('attach.empty'),
	'nothing-selected': () => i18n.t('attach.nothingSelected'),
	pdf: () => i18n.t('attach.pdfWhole'),
	'pdf-local': () => i18n.t('attach.pdfLocal'),
	'pdf-refused': () => i18n.t('attach.pdfRefused'),
};

interface TakingNoticeProps {
	failed: FailedTaking;
	taker: PageTaker;
}

/** Says why a page was not attached, and offers what helps. */
export function TakingNotice({ failed, taker }: TakingNoticeProps) {
	const { code, wish } = failed;
	const url = wish.isElsewhere ? undefined : (wish.link ?? wish.tab?.url);
	const host = url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;

	function allow(): void {
		// Asked for before anything else: see `requestPages`.
		void requestPages(url).then((isGiven) => {
			if (isGiven) void taker.take(wish);
		});
	}

	const isDenied = code === 'denied' || code === 'pdf-denied';
	const text = isDenied ? deniedText(code, host) : TEXTS[code]();
	return (
		<Notice
			role="alert"
			look="warning"
			className="mb-2"
			actions={
				<>
					{isDenied && (
						<Button size="sm" onClick={allow}>
							{host === undefined ? i18n.t('attach.allowAll') : i18n.t('attach.allow', { host })}
						</Button>
					)}
					{(code === 'late' || code === 'gone' || code === 'pdf-refused') && (
						<Button size="sm" onClick={() => void taker.take(wish)}>
							{i18n.t('attach.again')}
						</Button>
					)}
					<Button size="sm" look="quiet" onClick={() => taker.dismiss(failed)}>
						{i18n.t('ui.close')}
					</Button>
				</>
			}
		>
			{text}
		</Notice>
	);
}

function deniedText(code: 'denied' | 'pdf-denied', host: string | undefined): string {
	if (host === undefined) return i18n.t('attach.deniedUnknown');
	return code === 'denied' ? i18n.t('attach.denied', { host }) : i18n.t('attach.pdfDenied', { host });
}
