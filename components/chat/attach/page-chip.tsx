import { FileText } from 'lucide-react';
import { lazy, useState } from 'react';
import { i18n } from '#i18n';
import type { PagePart } from '../../../utils/page/read-page.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { pageSize } from '../message/page-size.ts';
import type { PageTaker } from './page-taker.ts';
import { useContextTokens } from './use-context-tokens.ts';
import { usePageChange } from './use-page-change.ts';

const PageDialog = lazy(async () => ({ default: (await import('./page-dialog.tsx')).PageDialog }));

/** A page that will be sent: how much of it, and whether it is still the same. It opens to what will be sent. */
export function PageChip({ page, taker }: { page: PagePart; taker: PageTaker }) {
	const [isOpen, setIsOpen] = useState(false);
	const hasChanged = usePageChange(page, taker);
	const context = useContextTokens();
	const { tokens, text: size } = pageSize(page);
	const title = page.title || page.url;

	function takeAgain(): void {
		const origin = taker.originOf(page);
		if (origin) void taker.take({ scope: origin.scope, tab: { id: origin.tab.id }, replaced: page });
	}

	return (
		<>
			<button
				type="button"
				aria-haspopup="dialog"
				className="flex w-full min-w-0 items-start gap-1.5 rounded-sm text-start text-sm hover:underline"
				onClick={() => setIsOpen(true)}
			>
				<FileText size={15} aria-hidden="true" className="mt-0.5 shrink-0 text-accent" />
				{/* In a narrow window the size stands below the title. */}
				<span className="flex min-w-0 flex-1 flex-wrap gap-x-1.5">
					<span dir="auto" className="max-w-full truncate font-medium">
						{i18n.t('attach.thisPage', { title })}
					</span>{' '}
					<span className="text-muted">· {size}</span>
				</span>
			</button>
			{context !== null && tokens > context.tokens && (
				<p className="text-sm text-warning">
					{i18n.t('attach.tooMuch', { model: context.model, limit: formatNumber(context.tokens) })}
				</p>
			)}
			{hasChanged && (
				<p className="flex flex-wrap gap-x-2 text-sm text-muted">
					{i18n.t('attach.changed')}
					<button
						type="button"
						className="rounded-sm font-medium text-accent hover:underline"
						onClick={takeAgain}
					>
						{i18n.t('attach.again')}
					</button>
				</p>
			)}
			{isOpen && (
				<Late otherwise={<ReloadNotice />}>
					<PageDialog page={page} context={context} onClose={() => setIsOpen(false)} />
				</Late>
			)}
		</>
	);
}
