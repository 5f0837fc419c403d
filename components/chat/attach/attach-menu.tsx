import { Camera, Crop, FileText, FileUp, Mic, ScanText, TextSelect } from 'lucide-react';
import { i18n } from '#i18n';
import type { Scope } from '../../../utils/page/read-page.ts';
import { AnchoredMenu, type MenuAction } from '../../ui/menu.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { canDictate, toggled } from '../services/dictation.ts';
import type { FileTaker } from './file-taker.ts';
import type { PageTaker } from './page-taker.ts';

interface AttachMenuProps {
	taker: PageTaker;
	fileTaker: FileTaker;
	button: HTMLElement;
	/** Lets the user choose files. */
	pickFiles: () => void;
	onClose: () => void;
}

/** Whether the button for dictation has no room beside this one. */
function isWithoutDictate(button: HTMLElement): boolean {
	const other = button.parentElement?.querySelector('[aria-keyshortcuts="Alt+Shift+D"]');
	return canDictate() && other?.getClientRects().length === 0;
}

/** The menu of the button "Attach". */
export function AttachMenu({ taker, fileTaker, button, pickFiles, onClose }: AttachMenuProps) {
	const { dictation, composer } = useChatServices();
	const dictates: MenuAction = {
		label: i18n.t('dictate.title'),
		icon: Mic,
		takesFocus: true,
		run() {
			dictation.set(toggled(dictation.get()));
			composer.focus();
		},
	};
	const take = (scope: Scope) => () => void taker.take({ scope });
	return (
		<AnchoredMenu
			anchor={button}
			onClose={onClose}
			actions={[
				{ label: i18n.t('attach.page'), icon: FileText, run: take('page') },
				{ label: i18n.t('attach.selection'), icon: TextSelect, run: take('selection') },
				{ label: i18n.t('attach.visible'), icon: ScanText, run: take('visible') },
				{ label: i18n.t('attach.screenshot'), icon: Camera, run: () => void fileTaker.takeScreenshot() },
				{
					label: i18n.t('attach.part.item'),
					icon: Crop,
					takesFocus: true,
					run: () => void fileTaker.shootForPart(),
				},
				{ label: i18n.t('attach.files'), icon: FileUp, run: pickFiles },
				...(isWithoutDictate(button) ? [dictates] : []),
			]}
		/>
	);
}
