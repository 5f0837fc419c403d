import { useEffect, useState } from 'react';
import { currentWindowId, openPanel } from '../../../utils/platform/panel.ts';

/** Opens the side panel of this browser window, or a tab where there is none. Call it first in a click's handler. */
export function usePanel(): () => Promise<void> {
	const [windowId, setWindowId] = useState<number | null>(null);

	// Asks for the id before the click, because the click's handler must not await anything before it opens the panel.
	useEffect(() => {
		// Where the browser does not tell the window, the panel's page opens in a tab.
		currentWindowId().then(setWindowId, console.warn);
	}, []);

	return () => openPanel(windowId ?? undefined);
}
