import { useEffect, useState } from 'react';
import { hasChanged, stampOf } from '../../../utils/page/page-change.ts';
import type { PagePart } from '../../../utils/page/read-page.ts';
import { watchTab } from '../../../utils/platform/tabs.ts';
import type { PageTaker } from './page-taker.ts';

/**
 * Whether a page is another one than when it was taken: its tab has loaded something, or it shows much more or less, which
 * is looked at when the user comes back to the window. Pages that another window has taken are not followed.
 */
export function usePageChange(page: PagePart, taker: PageTaker): boolean {
	const [changedOf, setChangedOf] = useState<number | null>(null);
	const origin = taker.originOf(page);
	const { takenAt } = page;

	useEffect(() => {
		if (!origin) return;
		const { tab, stamp } = origin;
		const look = () =>
			void Promise.all([stamp, stampOf(tab.id)]).then(([before, now]) => {
				if (hasChanged(before, now)) setChangedOf(takenAt);
			});
		const unwatch = watchTab(tab.id, () => setChangedOf(takenAt));
		window.addEventListener('focus', look);
		return () => {
			unwatch();
			window.removeEventListener('focus', look);
		};
	}, [takenAt, origin]);

	return changedOf === takenAt;
}
