import { i18n } from '#i18n';
import { formatNumber, plural } from '../../utils/platform/texts.ts';
import {
	type ImportErrorCode,
	type ImportOutcome,
	MAX_FILE_BYTES,
} from '../../utils/store/files/chats-file.ts';
import { describeFailure } from '../ui/failure-text.ts';
import type { ChatsNotice, NoticeText, SettingsNotice } from './notice.ts';

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

/** The words of the status region about a file of chats. */
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

/** The words of the status region. */
export function noticeText(notice: SettingsNotice): NoticeText {
	switch (notice.type) {
		case 'testing':
			return { tone: 'busy', title: i18n.t('settings.testing', { host: notice.host }) };
		case 'fetching':
			return { tone: 'busy', title: i18n.t('settings.fetching', { host: notice.host }) };
		case 'works': {
			const { host, model } = notice;
			const advice = notice.isSaved
				? i18n.t('settings.worksAdvice', { model })
				: i18n.t('settings.worksUnsaved', { model });
			return { tone: 'good', title: i18n.t('settings.works', { host }), advice };
		}
		case 'failed':
			return { tone: 'bad', ...describeFailure(notice.failure, notice) };
		case 'fetched':
			return {
				tone: 'good',
				title: i18n.t('settings.fetched', { host: notice.host }),
				advice: i18n.t('settings.fetchedAdvice'),
			};
		case 'fetched-none':
			return {
				tone: 'bad',
				title: i18n.t('settings.fetchedNone', { host: notice.host }),
				advice: i18n.t('settings.fetchedNoneAdvice'),
			};
		case 'not-allowed':
			return {
				tone: 'bad',
				title: i18n.t('settings.notAllowed'),
				advice: i18n.t('settings.notAllowedAdvice'),
			};
		case 'incorrect':
			return {
				tone: 'bad',
				title: notice.while === 'saving' ? i18n.t('settings.incorrect') : i18n.t('settings.incorrectTest'),
				advice: i18n.t('settings.incorrectAdvice'),
			};
		case 'chats':
			return chatsNoticeText(notice.chats);
		case 'told':
			return notice.text;
		case 'saved':
			return { tone: 'good', title: i18n.t('settings.saved') };
		case 'not-read':
			return {
				tone: 'bad',
				title: i18n.t('settings.notRead'),
				advice: i18n.t('settings.notReadAdvice', { detail: notice.detail }),
			};
		case 'not-stored':
			return {
				tone: 'bad',
				title: i18n.t('settings.notStored'),
				advice: i18n.t('settings.notStoredAdvice', { detail: notice.detail }),
			};
	}
}
