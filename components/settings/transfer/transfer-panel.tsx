import { Download } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { ReadSettingsFile } from '../../../utils/settings/file/settings-file.ts';
import { Button } from '../../ui/button.tsx';
import { CheckboxField } from '../../ui/checkbox-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSettings } from '../draft/settings-context.ts';
import { ImportButton } from '../fields/import-button.tsx';
import { PassphraseField } from '../fields/passphrase-field.tsx';
import { Report } from '../fields/report.tsx';
import { LostAccess } from '../fixes/lost-access.tsx';
import { forgetImported, importedBefore, reloadWith } from './imported.ts';
import { exportToFile, importFrom, readFile, type ShownImport } from './transfer-settings.ts';
import { importedNotice, lineText } from './transfer-text.ts';

const SHORTEST_PASSPHRASE = 8;

/** Writes the settings to a file, without keys or with keys under a passphrase. */
function ExportPart() {
	const { store } = useSettings();
	const field = useRef<HTMLInputElement>(null);
	const [hasKeys, setHasKeys] = useState(false);
	const [passphrase, setPassphrase] = useState('');
	const [isShort, setIsShort] = useState(false);

	function exportNow(): void {
		if (!hasKeys) return void exportToFile(store);
		if (passphrase.length < SHORTEST_PASSPHRASE) {
			setIsShort(true);
			field.current?.focus();
			return;
		}
		void exportToFile(store, passphrase).then(() => setPassphrase(''));
	}

	return (
		<>
			<CheckboxField
				label={i18n.t('settings.transfer.withKeys')}
				hint={i18n.t('settings.transfer.withKeysHint')}
				checked={hasKeys}
				onChange={(event) => setHasKeys(event.target.checked)}
			/>
			{hasKeys && (
				<PassphraseField
					ref={field}
					label={i18n.t('settings.transfer.passphrase')}
					hint={i18n.t('settings.transfer.passphraseHint')}
					error={isShort ? i18n.t('settings.transfer.passphraseShort') : undefined}
					value={passphrase}
					onChange={(text) => {
						setPassphrase(text);
						setIsShort(false);
					}}
					onEnter={exportNow}
				/>
			)}
			<Button className="self-start" onClick={exportNow}>
				<Download size={16} aria-hidden="true" />
				{i18n.t('settings.transfer.export')}
			</Button>
		</>
	);
}

interface UnlockPartProps {
	/** Called with undefined to leave the keys out. */
	onImport: (passphrase: string | undefined) => Promise<void>;
}

/** Asks for the passphrase of a file that has keys. A wrong one can be corrected. */
function UnlockPart({ onImport }: UnlockPartProps) {
	const field = useRef<HTMLInputElement>(null);
	const [passphrase, setPassphrase] = useState('');
	useEffect(() => field.current?.focus(), []);
	const open = () => void onImport(passphrase).then(() => field.current?.focus());
	return (
		<fieldset className="flex flex-col gap-3">
			<legend className="mb-2 font-medium">{i18n.t('settings.transfer.locked')}</legend>
			<PassphraseField
				ref={field}
				label={i18n.t('settings.transfer.filePassphrase')}
				hint={i18n.t('settings.transfer.fileHint')}
				error={undefined}
				value={passphrase}
				onChange={setPassphrase}
				onEnter={open}
			/>
			<div className="flex flex-wrap gap-2">
				<Button onClick={open}>{i18n.t('settings.transfer.withPassphrase')}</Button>
				<Button onClick={() => void onImport(undefined)}>{i18n.t('settings.transfer.withoutKeys')}</Button>
			</div>
		</fieldset>
	);
}

/** What an import did, and what is left to do. */
function ImportedPart({ isOtherLanguage, ...imported }: ShownImport) {
	const { lines, lost } = imported;
	return (
		<>
			{lines.length > 0 && <Report label={i18n.t('settings.transfer.report')} lines={lines.map(lineText)} />}
			{lost.length > 0 && <LostAccess origins={lost} />}
			{isOtherLanguage && (
				<Notice
					role="alert"
					look="warning"
					actions={
						<Button size="sm" onClick={() => reloadWith(imported)}>
							{i18n.t('settings.transfer.reload')}
						</Button>
					}
				>
					{i18n.t('settings.transfer.unspoken')}
				</Notice>
			)}
		</>
	);
}

function shownBefore(): ShownImport | null {
	const before = importedBefore();
	return before && { ...before, isOtherLanguage: false };
}

/** Export and import of the settings. */
export default function TransferPanel() {
	const { store } = useSettings();
	const [locked, setLocked] = useState<ReadSettingsFile | null>(null);
	const [imported, setImported] = useState<ShownImport | null>(shownBefore);
	useEffect(() => {
		const before = importedBefore();
		if (!before) return;
		forgetImported();
		store.set({ notice: { type: 'told', text: importedNotice(before.lines, true) } });
	}, [store]);

	async function importNow(file: ReadSettingsFile, passphrase?: string): Promise<void> {
		const outcome = await importFrom(store, file, passphrase);
		if (!outcome) return;
		setLocked(null);
		setImported(outcome);
	}

	async function take([file]: readonly File[]): Promise<void> {
		if (!file) return;
		setLocked(null);
		setImported(null);
		const read = await readFile(store, file);
		if (!read) return;
		if (read.secrets !== null && typeof read.secrets !== 'string') setLocked(read);
		else await importNow(read);
	}

	return (
		<div className="flex flex-col gap-4">
			<ExportPart />
			<ImportButton
				label={i18n.t('settings.transfer.import')}
				accept=".json,application/json"
				onFiles={(files) => void take(files)}
			/>
			{locked && <UnlockPart onImport={(passphrase) => importNow(locked, passphrase)} />}
			{imported && <ImportedPart {...imported} />}
		</div>
	);
}
