import { PanelRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { currentWindowId, openPanel } from '../../utils/platform/panel.ts';
import { IconButton } from '../ui/icon-button.tsx';

/** Moves the chat from the popup to the side panel, which stays open beside the page. */
export function PanelButton() {
	const [windowId, setWindowId] = useState<number | null>(null);

	// Asked for beforehand: the click's handler may await nothing before it opens the panel.
	useEffect(() => {
		void currentWindowId().then(setWindowId);
	}, []);

	function open(): void {
		void openPanel(windowId ?? undefined).then(() => window.close());
	}

	return <IconButton icon={PanelRight} label={i18n.t('chat.openPanel')} onClick={open} />;
}
