import { useEffect, useRef } from 'react';
import { currentWindowId, openPanel } from '../../utils/platform/panel.ts';
import { hasOrigin } from '../../utils/platform/permissions.ts';
import { type NextStep, pauseStep, readPausedStep } from '../../utils/settings/paused-step.ts';

/**
 * For the popup, which the browser's prompt for a permission closes. The function that is returned has the side panel, or
 * a tab where there is none, go on with `next`; it returns whether it did so. It does nothing where nothing need be
 * asked, and outside of the popup, where `next` is undefined. Call it in a click's handler, before the permission is
 * asked for and before any `await`: browsers open panels for a gesture only.
 */
export function useHandOver(origin: string | null, next: NextStep | undefined): (mends: boolean) => boolean {
	/** What the click's handler cannot wait for. */
	const known = useRef<{ windowId: number | undefined; isAllowed: boolean } | null>(null);
	const isPopup = next !== undefined;
	useEffect(() => {
		known.current = null;
		if (!isPopup || origin === null) return;
		// The first use of a stored item takes longest; after it the write is on its way before the popup closes.
		void Promise.all([currentWindowId(), hasOrigin(origin), readPausedStep()]).then(
			([windowId, isAllowed]) => {
				known.current = { windowId: windowId ?? undefined, isAllowed };
			},
		);
	}, [isPopup, origin]);

	return (mends) => {
		if (!next || origin === null || !known.current || known.current.isAllowed) return false;
		void pauseStep(next, { origin, mends });
		void openPanel(known.current.windowId);
		return true;
	};
}
