import { Download } from 'lucide-react';
import { useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ImportButton } from '../fields/import-button.tsx';
import { Report } from '../fields/report.tsx';
import { CARD, Section } from '../fields/section.tsx';
import { importLines } from './import-lines.ts';
import { useMoveChats } from './use-move-chats.ts';

/** Exports all chats to a file, and imports chats from files, also of other programs. */
export function DataSection() {
	const { state, outcome, cancel, exportChats, importChats } = useMoveChats();
	const exportButton = useRef<HTMLButtonElement>(null);
	const lines = outcome ? importLines(outcome) : [];

	/** The button goes, and the focus with it. */
	function cancelNow(): void {
		cancel();
		exportButton.current?.focus();
	}

	return (
		<Section title={i18n.t('settings.chats.title')} hint={i18n.t('settings.chats.hint')}>
			<div className={`${CARD} flex flex-col gap-4 p-4`}>
				<div className="flex flex-wrap gap-2">
					<Button ref={exportButton} onClick={() => void exportChats()}>
						<Download size={16} aria-hidden="true" />
						{i18n.t('settings.chats.exportAll')}
					</Button>
					<ImportButton
						label={i18n.t('settings.chats.import')}
						accept=".json,.zip,application/json,application/zip"
						multiple
						onFiles={(files) => void importChats(files)}
					/>
				</div>
				{state && (
					<div className="flex flex-col items-start gap-2 text-sm">
						<ProgressBar
							label={
								state.type === 'exporting'
									? i18n.t('settings.chats.exporting')
									: i18n.t('settings.chats.importing')
							}
							share={state.share}
							isStatus={false}
						/>
						<Button size="sm" onClick={cancelNow}>
							{i18n.t('ui.cancel')}
						</Button>
					</div>
				)}
				{lines.length > 0 && <Report label={i18n.t('settings.chats.report')} lines={lines} />}
			</div>
		</Section>
	);
}
