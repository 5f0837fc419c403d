import { i18n } from '#i18n';
import { formatNumber, plural } from '../../utils/platform/texts.ts';
import { MAX_FILE_BYTES } from '../../utils/store/chats-file.ts';
import type { ImportErrorCode } from '../../utils/store/import-error.ts';
import type { ImportOutcome } from '../../utils/store/store.ts';
import type { ChatsNotice } from './chats-notice.ts';
import type { NoticeText } from './notice-text.ts';

const PROBLEMS: Record<ImportErrorCode, () => { title: string; advice: string }> = {
	unreadable: () => ({
		title: i18n.t('settings.chats.problem.unreadable'),
		advice: i18n.t('settings.chats.problem.unreadableAdvice'),
	}),
	'too-large': () => ({
		title: i18n.t('settings.chats.problem.too_large'),
		advice: i18n.t('settings.chats.problem.too_largeAdvice', { limit: formatNumber(MAX_FILE_BYTES / 1e6) }),
	}),
	'not-json': () => ({
		title: i18n.t('settings.chats.problem.not_json'),
		advice: i18n.t('settings.chats.problem.not_jsonAdvice'),
	}),
	'not-chats': () => ({
		title: i18n.t('settings.chats.problem.not_chats'),
		advice: i18n.t('settings.chats.problem.not_chatsAdvice'),
	}),
	'newer-version': () => ({
		title: i18n.t('settings.chats.problem.newer_version'),
		advice: i18n.t('settings.chats.problem.newer_versionAdvice'),
	}),
	full: () => ({
		title: i18n.t('settings.chats.problem.full'),
		advice: i18n.t('settings.chats.problem.fullAdvice'),
	}),
	blocked: () => ({
		title: i18n.t('settings.chats.problem.blocked'),
		advice: i18n.t('settings.chats.problem.blockedAdvice'),
	}),
	unavailable: () => ({
		title: i18n.t('settings.chats.problem.unavailable'),
		advice: i18n.t('settings.chats.problem.unavailableAdvice'),
	}),
	failed: () => ({
		title: i18n.t('settings.chats.problem.failed'),
		advice: i18n.t('settings.chats.problem.failedAdvice'),
	}),
};

function importedText({ added, kept, skipped }: ImportOutcome): NoticeText {
	const title = added > 0 ? plural('settings.chats.added', added) : i18n.t('settings.chats.noneAdded');
	const advice = [
		...(kept > 0 ? [plural('settings.chats.kept', kept)] : []),
		...(skipped > 0 ? [plural('settings.chats.skipped', skipped)] : []),
		...(added + kept + skipped === 0 ? [i18n.t('settings.chats.emptyFile')] : []),
	].join(' ');
	return { tone: added + kept > 0 ? 'good' : 'bad', title, advice };
}

function notImportedText(code: ImportErrorCode, { added }: ImportOutcome): NoticeText {
	const { title, advice } = PROBLEMS[code]();
	const before = added > 0 ? `${plural('settings.chats.addedBefore', added)} ` : '';
	return { tone: 'bad', title, advice: before + advice };
}

/** What the status region says of a file of chats. */
export function chatsNoticeText(notice: ChatsNotice): NoticeText {
	switch (notice.type) {
		case 'exporting':
			return { tone: 'busy', title: i18n.t('settings.chats.exporting') };
		case 'importing':
			return { tone: 'busy', title: i18n.t('settings.chats.importing') };
		case 'exported':
			return {
				tone: 'good',
				title: plural('settings.chats.exported', notice.count),
				advice: i18n.t('settings.chats.exportedAdvice', { name: notice.fileName }),
			};
		case 'nothing-to-export':
			return {
				tone: 'bad',
				title: i18n.t('settings.chats.noChats'),
				advice: i18n.t('settings.chats.noChatsAdvice'),
			};
		case 'not-exported':
			return { tone: 'bad', ...PROBLEMS[notice.code]() };
		case 'imported':
			return importedText(notice.outcome);
		case 'not-imported':
			return notImportedText(notice.code, notice.outcome);
	}
}
