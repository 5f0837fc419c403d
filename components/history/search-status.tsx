import { i18n } from '#i18n';
import { plural } from '../../utils/platform/texts.ts';
import type { SearchView } from '../../utils/search/search.ts';
import { ProgressBar } from '../ui/progress-bar.tsx';

export interface SearchStatusProps {
	view: SearchView;
	/** Whether titles were found. */
	hasTitles: boolean;
}

function statusOf({ isFailing, isAnswered, found, hasMore, share }: SearchView, hasTitles: boolean): string {
	if (isFailing) return i18n.t('history.searchFailing');
	if (!isAnswered && found.length === 0) return i18n.t('history.searching');
	if (found.length > 0) return plural(hasMore ? 'history.newest' : 'history.found', found.length);
	return share < 1
		? i18n.t('history.searching')
		: hasTitles
			? plural('history.found', 0)
			: i18n.t('history.nothingFound');
}

/** How much was found, and how much has been looked at. */
export function SearchStatus({ view, hasTitles }: SearchStatusProps) {
	return (
		<div className="flex flex-col gap-1.5 text-xs text-muted">
			<p role="status">{statusOf(view, hasTitles)}</p>
			{view.share < 1 && !view.isFailing && (
				<ProgressBar label={i18n.t('history.indexing')} share={view.share} isStatus={false} />
			)}
			{!view.isKept && <p>{i18n.t('history.notKept')}</p>}
		</div>
	);
}
