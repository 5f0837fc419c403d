import { useEffect, useState } from 'react';
import { currentWindowId, openPanel } from '../../../utils/platform/panel.ts';
import { hasOrigin } from '../../../utils/platform/permissions.ts';
import { type NextStep, pauseStep, readPausedStep } from '../../../utils/settings/paused-step.ts';

/** What the click's handler cannot wait for. */
interface Known {
	windowId: number | undefined;
	isAllowed: boolean;
}

/** Has another window go on, and returns whether it does. `mends`: the user also agrees to leave the `Origin` header out. */
export type HandOver = (mends: boolean) => boolean;

async function findOut(origin: string): Promise<Known> {
	// The first use of a stored item takes longest; after it the write is on its way before the popup closes.
	const [windowId, isAllowed] = await Promise.all([currentWindowId(), hasOrigin(origin), readPausedStep()]);
	return { windowId: windowId ?? undefined, isAllowed };
}

/**
 * For the popup, which the browser's prompt for a permission closes. The function that is returned has the side panel, or
 * a tab where there is none, go on with `next`; it returns whether it did so. It does nothing where nothing need be
 * asked, and outside of the popup, where `next` is undefined. Call it in a click's handler, before the permission is
 * asked for and before any `await`: browsers open panels for a gesture only.
 *
 * Null until it is known what a click would need: a button that asks for the permission must not be drawn before.
 */
export function useHandOver(origin: string | null, next: NextStep | undefined): HandOver | null {
	const isPopup = next !== undefined;
	const [known, setKnown] = useState<Known | null>(null);
	useEffect(() => {
		if (!isPopup || origin === null) return;
		let isGone = false;
		findOut(origin)
			// A window that is not known is one that the panel finds by itself, or a tab.
			.catch((error: unknown): Known => {
				console.warn('The browser does not tell what the popup stands in.', error);
				return { windowId: undefined, isAllowed: false };
			})
			.then((found) => {
				if (!isGone) setKnown(found);
			});
		return () => {
			isGone = true;
			setKnown(null);
		};
	}, [isPopup, origin]);

	if (!next || origin === null) return () => false;
	if (known === null) return null;
	return (mends) => {
		if (known.isAllowed) return false;
		void pauseStep(next, { origin, mends });
		void openPanel(known.windowId);
		return true;
	};
}
