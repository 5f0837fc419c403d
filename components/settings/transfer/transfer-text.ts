import { i18n } from '#i18n';
import { formatNumber } from '../../../utils/platform/texts.ts';
import type { ImportDeed, ReportLine } from '../../../utils/settings/file/import-report.ts';
import {
	isRecord,
	MAX_SETTINGS_BYTES,
	type SettingsFileProblem,
} from '../../../utils/settings/file/settings-file.ts';
import type { NoticeText } from '../draft/notice.ts';

const PREFERENCES: Record<string, () => string> = {
	defaultEndpointId: () => i18n.t('settings.endpoints'),
	defaultModel: () => i18n.t('settings.defaultModel'),
	temperature: () => i18n.t('settings.temperature'),
	effort: () => i18n.t('chat.effort.title'),
	systemPrompt: () => i18n.t('settings.systemPrompt'),
	stallSeconds: () => i18n.t('settings.stallSeconds'),
	titlesByModel: () => i18n.t('settings.titlesByModel'),
	forgetKeysOnClose: () => i18n.t('settings.forgetKeys'),
	bar: () => i18n.t('bar.title'),
	theme: () => i18n.t('settings.appearance.theme'),
	textSize: () => i18n.t('settings.appearance.textSize'),
	density: () => i18n.t('settings.appearance.density'),
	language: () => i18n.t('settings.appearance.language'),
	rate: () => i18n.t('settings.appearance.rate'),
	voice: () => i18n.t('settings.appearance.voice'),
	dictation: () => i18n.t('dictate.places'),
	dictatedIn: () => i18n.t('dictate.language'),
};

type Texts = Record<ImportDeed, (names: { name: string; of: string }) => string>;

const LINES: Texts = {
	'endpoint-added': ({ name }) => i18n.t('settings.transfer.line.endpoint_added', { name }),
	'endpoint-apart': ({ name }) => i18n.t('settings.transfer.line.endpoint_apart', { name }),
	'endpoint-newer': ({ name }) => i18n.t('settings.transfer.line.endpoint_newer', { name }),
	'endpoint-updated': ({ name }) => i18n.t('settings.transfer.line.endpoint_updated', { name }),
	'endpoint-same': ({ name }) => i18n.t('settings.transfer.line.endpoint_same', { name }),
	'endpoint-unreadable': ({ name }) => i18n.t('settings.transfer.line.endpoint_unreadable', { name }),
	'endpoint-address': ({ name }) => i18n.t('settings.transfer.line.endpoint_address', { name }),
	'endpoint-many': ({ name }) => i18n.t('settings.transfer.line.endpoint_many', { name }),
	'endpoints-unreadable': () => i18n.t('settings.transfer.line.endpoints_unreadable'),
	'preference-updated': ({ name }) => i18n.t('settings.transfer.line.preference_updated', { name }),
	'preference-same': ({ name }) => i18n.t('settings.transfer.line.preference_same', { name }),
	'preference-unset': ({ name }) => i18n.t('settings.transfer.line.preference_unset', { name }),
	'preference-unreadable': ({ name }) => i18n.t('settings.transfer.line.preference_unreadable', { name }),
	'preference-safer': ({ name }) => i18n.t('settings.transfer.line.preference_safer', { name }),
	'preference-endpoint': ({ name }) => i18n.t('settings.transfer.line.preference_endpoint', { name }),
	'preference-newer': ({ name }) => i18n.t('settings.transfer.line.preference_newer', { name }),
	'preference-managed': ({ name }) => i18n.t('settings.transfer.line.preference_managed', { name }),
	'preferences-unreadable': () => i18n.t('settings.transfer.line.preferences_unreadable'),
	'favourites-added': ({ name }) => i18n.t('settings.transfer.line.favourites_added', { name }),
	'limits-updated': ({ name }) => i18n.t('settings.transfer.line.limits_updated', { name }),
	'limits-same': () => i18n.t('settings.transfer.line.limits_same'),
	'actions-added': ({ name }) => i18n.t('settings.transfer.line.actions_added', { name }),
	'actions-same': () => i18n.t('settings.transfer.line.actions_same'),
	'favourites-same': () => i18n.t('settings.transfer.line.favourites_same'),
	'key-added': ({ name }) => i18n.t('settings.transfer.line.key_added', { name }),
	'key-same': ({ name }) => i18n.t('settings.transfer.line.key_same', { name }),
	'key-other': ({ name }) => i18n.t('settings.transfer.line.key_kept', { name }),
	'key-elsewhere': ({ name }) => i18n.t('settings.transfer.line.key_elsewhere', { name }),
	'key-unreadable': ({ name }) => i18n.t('settings.transfer.line.key_unreadable', { name }),
	'header-added': (names) => i18n.t('settings.transfer.line.header_added', names),
	'header-same': (names) => i18n.t('settings.transfer.line.header_same', names),
	'header-other': (names) => i18n.t('settings.transfer.line.header_kept', names),
	'header-unreadable': (names) => i18n.t('settings.transfer.line.header_unreadable', names),
	'hidden-missing': (names) => i18n.t('settings.transfer.line.hidden_missing', names),
	'secrets-left': () => i18n.t('settings.transfer.line.secrets_left'),
	'secrets-damaged': () => i18n.t('settings.transfer.line.secrets_damaged'),
	'secrets-unknown': () => i18n.t('settings.transfer.line.secrets_unknown'),
};

/** Whether a value that was stored is such a line. */
export function isReportLine(value: unknown): boolean {
	if (!isRecord(value) || typeof value.deed !== 'string' || typeof value.name !== 'string') return false;
	return Object.hasOwn(LINES, value.deed) && (value.of === undefined || typeof value.of === 'string');
}

/** A sentence about what the import did with one thing. */
export function lineText({ deed, name, of = '' }: ReportLine): string {
	const isPreference = deed.startsWith('preference-') && Object.hasOwn(PREFERENCES, name);
	const shown = (isPreference && PREFERENCES[name]?.()) || name || i18n.t('settings.transfer.nameless');
	return LINES[deed]({ name: shown, of });
}

const PROBLEMS: Record<SettingsFileProblem, () => { title: string; advice: string }> = {
	unreadable: () => ({
		title: i18n.t('settings.transfer.problem.unreadable'),
		advice: i18n.t('settings.transfer.problem.unreadableAdvice'),
	}),
	'too-large': () => ({
		title: i18n.t('settings.transfer.problem.too_large'),
		advice: i18n.t('settings.transfer.problem.too_largeAdvice', {
			limit: formatNumber(MAX_SETTINGS_BYTES / 1e6),
		}),
	}),
	'not-json': () => ({
		title: i18n.t('settings.transfer.problem.not_json'),
		advice: i18n.t('settings.transfer.problem.not_jsonAdvice'),
	}),
	'not-settings': () => ({
		title: i18n.t('settings.transfer.problem.not_settings'),
		advice: i18n.t('settings.transfer.problem.not_settingsAdvice'),
	}),
	'newer-version': () => ({
		title: i18n.t('settings.transfer.problem.newer_version'),
		advice: i18n.t('settings.transfer.problem.newer_versionAdvice'),
	}),
	passphrase: () => ({
		title: i18n.t('settings.transfer.problem.passphrase'),
		advice: i18n.t('settings.transfer.problem.passphraseAdvice'),
	}),
	'secrets-damaged': () => ({
		title: i18n.t('settings.transfer.problem.secrets_damaged'),
		advice: i18n.t('settings.transfer.problem.secrets_damagedAdvice'),
	}),
	'secrets-unknown': () => ({
		title: i18n.t('settings.transfer.problem.secrets_unknown'),
		advice: i18n.t('settings.transfer.problem.secrets_unknownAdvice'),
	}),
};

/** The notice that says why a file cannot be taken. */
export function problemNotice(problem: SettingsFileProblem): NoticeText {
	return { tone: 'bad', ...PROBLEMS[problem]() };
}

const isNews = ({ deed }: ReportLine): boolean => /-(added|apart|newer|updated)$/.test(deed);

/**
 * The notice that sums up an import in a sentence. The report has the lines.
 *
 * @param isSpoken whether the page was loaded again to speak another language
 */
export function importedNotice(lines: readonly ReportLine[], isSpoken = false): NoticeText {
	const hasNews = lines.some(isNews);
	const advice = i18n.t('settings.transfer.importedAdvice');
	return {
		tone: 'good',
		title: i18n.t(hasNews ? 'settings.transfer.imported' : 'settings.transfer.importedSame'),
		advice: isSpoken ? `${advice} ${i18n.t('settings.transfer.spoken')}` : advice,
	};
}
