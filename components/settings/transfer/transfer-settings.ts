/** Writes the settings to a file, and reads them from one. No function rejects: the notice says what came of it. */
import { i18n } from '#i18n';
import { readAppearance } from '../../../utils/settings/appearance.ts';
import { exportSettings, hiddenSecrets } from '../../../utils/settings/file/export-settings.ts';
import { importSettings } from '../../../utils/settings/file/import-settings.ts';
import {
	type ReadSettingsFile,
	readSettingsFile,
	SettingsFileError,
} from '../../../utils/settings/file/settings-file.ts';
import { followLanguage } from '../../../utils/settings/interface-language.ts';
import { preferences } from '../../../utils/settings/preferences.ts';
import { datedName, downloadFile } from '../../ui/download-file.ts';
import type { NoticeText } from '../draft/notice.ts';
import { readSettings } from '../draft/save-settings.ts';
import { isDraftChanged } from '../draft/settings-draft.ts';
import type { SettingsStore } from '../draft/settings-store.ts';
import { giveBack } from '../fixes/give-back.ts';
import { type Imported, reloadWith } from './imported.ts';
import { importedNotice, problemNotice } from './transfer-text.ts';

function tell({ set }: SettingsStore, text: NoticeText): void {
	set({ notice: { type: 'told', text } });
}

function wordsOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** What looks like a key and is not in the file, as a sentence; empty where there is nothing of the kind. */
async function leftOut(): Promise<string> {
	const hidden = await hiddenSecrets();
	const list = hidden.map((names) => i18n.t('settings.transfer.hiddenName', names)).join('; ');
	return list === '' ? '' : i18n.t('settings.transfer.exportedHidden', { list });
}

/** Downloads all settings as they are stored; with keys where a passphrase is given. */
export async function exportToFile(store: SettingsStore, passphrase?: string): Promise<void> {
	tell(store, { tone: 'busy', title: i18n.t('settings.transfer.exporting') });
	try {
		const now = new Date();
		const name = datedName('lockchat-settings', now);
		downloadFile(await exportSettings(now.getTime(), passphrase), name);
		const advice =
			passphrase === undefined
				? [i18n.t('settings.transfer.exportedPlain', { name }), await leftOut()].filter(Boolean).join(' ')
				: i18n.t('settings.transfer.exportedLocked', { name });
		tell(store, { tone: 'good', title: i18n.t('settings.transfer.exported'), advice });
	} catch (error) {
		tell(store, { tone: 'bad', title: i18n.t('settings.transfer.notExported'), detail: wordsOf(error) });
	}
}

/** The content of a file of settings; null if it cannot be taken, which the notice explains. */
export async function readFile(store: SettingsStore, file: Blob): Promise<ReadSettingsFile | null> {
	tell(store, { tone: 'busy', title: i18n.t('settings.transfer.importing') });
	try {
		const read = await readSettingsFile(file);
		store.set({ notice: null });
		return read;
	} catch (error) {
		tell(store, failedNotice(error));
		return null;
	}
}

/** What an import has done, and whether this page speaks another language than was imported. */
export interface ShownImport extends Imported {
	isOtherLanguage: boolean;
}

/**
 * Merges the file into the settings. A language that comes along has the page loaded again, which then tells the rest; not
 * where something is typed that would be lost.
 *
 * @returns null if it failed; the notice says why
 */
export async function importFrom(
	store: SettingsStore,
	file: ReadSettingsFile,
	passphrase?: string,
): Promise<ShownImport | null> {
	tell(store, { tone: 'busy', title: i18n.t('settings.transfer.importing') });
	try {
		const before = await preferences.getValue();
		const { language } = readAppearance();
		const lines = await importSettings(file, passphrase);
		const lost = await giveBack(before.bar, (await preferences.getValue()).bar);
		const isOtherLanguage = readAppearance().language !== language;
		if (isOtherLanguage) await followLanguage();
		const { draft } = store.getState();
		const isChanged = draft !== null && isDraftChanged(draft);
		if (isOtherLanguage && !isChanged) reloadWith({ lines, lost });
		else {
			if (draft && !isChanged) await readSettings(store);
			tell(store, importedNotice(lines));
		}
		return { lines, lost, isOtherLanguage };
	} catch (error) {
		tell(store, failedNotice(error));
		return null;
	}
}

function failedNotice(error: unknown): NoticeText {
	if (error instanceof SettingsFileError) return problemNotice(error.code);
	return {
		tone: 'bad',
		title: i18n.t('settings.transfer.notImported'),
		advice: i18n.t('settings.transfer.notImportedAdvice', { detail: wordsOf(error) }),
	};
}
