import { FileText } from 'lucide-react';
import { i18n } from '#i18n';
import type { PagePart } from '../../../utils/page/read-page.ts';
import type { PageTaker } from './page-taker.ts';
import { TextChip } from './text-chip.tsx';
import { usePageChange } from './use-page-change.ts';

/** A page that will be sent: how much of it, and whether it is still the same. It opens to what will be sent. */
export function PageChip({ page, taker }: { page: PagePart; taker: PageTaker }) {
	const hasChanged = usePageChange(page, taker);

	function takeAgain(): void {
		const origin = taker.originOf(page);
		if (origin) void taker.take({ scope: origin.scope, tab: { id: origin.tab.id }, replaced: page });
	}

	return (
		<>
			<TextChip
				attached={page}
				icon={FileText}
				name={i18n.t('attach.thisPage', { title: page.title || page.url })}
			/>
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
		</>
	);
}
