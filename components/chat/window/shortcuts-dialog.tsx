import { i18n } from '#i18n';
import { Dialog } from '../../ui/dialog.tsx';
import { canDictate } from '../services/dictation.ts';

interface ShortcutsDialogProps {
	onClose: () => void;
	getFinalFocus: () => HTMLElement | null;
}

const isApple = () => /Mac|iP(?:hone|ad)/.test(navigator.platform);

/** The keys of the chat window. */
export function ShortcutsDialog({ onClose, getFinalFocus }: ShortcutsDialogProps) {
	const control = isApple() ? '⌘' : 'Ctrl';
	const dictates: [keys: string[], text: string] = [
		[isApple() ? '⌥' : 'Alt', 'Shift', 'D'],
		i18n.t('chat.shortcuts.dictate'),
	];
	const rows: [keys: string[], text: string][] = [
		[['Enter'], i18n.t('chat.shortcuts.send')],
		[['Shift', 'Enter'], i18n.t('chat.shortcuts.newLine')],
		[['/'], i18n.t('chat.shortcuts.prompt')],
		[['Esc'], i18n.t('chat.shortcuts.stop')],
		...(canDictate() ? [dictates] : []),
		[['F2'], i18n.t('chat.shortcuts.rename')],
		[['?'], i18n.t('chat.shortcuts.list')],
		[[control, '/'], i18n.t('chat.shortcuts.listAnywhere')],
	];
	return (
		<Dialog title={i18n.t('chat.shortcuts.title')} onClose={onClose} getFinalFocus={getFinalFocus}>
			<dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 overflow-y-auto">
				{rows.map(([keys, text]) => (
					<div key={text} className="col-span-2 grid grid-cols-subgrid items-baseline">
						<dt className="flex gap-1">
							{keys.map((key) => (
								<kbd key={key} className="rounded-sm border border-line bg-surface px-1.5 font-sans text-sm">
									{key}
								</kbd>
							))}
						</dt>
						<dd>{text}</dd>
					</div>
				))}
			</dl>
		</Dialog>
	);
}
