import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import type { ImportErrorCode, ImportOutcome } from '../../../utils/store/files/chats-file.ts';
import { describeFailure } from '../../ui/failure-text.ts';
import type { ChatsNotice, NoticeText, SettingsNotice } from '../draft/notice.ts';
import { OLLAMA_ORIGINS } from './failure-fixes.tsx';

/** What is wrong with a file, or with the database. */
export const PROBLEMS: Record<ImportErrorCode, () => { title: string; advice: string }> = {
	unreadable: () => ({
		title: i18n.t('settings.chats.problem.unreadable'),
		advice: i18n.t('settings.chats.problem.unreadableAdvice'),
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
	cancelled: () => ({
		title: i18n.t('settings.chats.problem.cancelled'),
		advice: i18n.t('settings.chats.problem.cancelledAdvice'),
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

/** Of these nothing at all is taken, unless something came before. */
const OF_THE_FILE: ReadonlySet<ImportErrorCode> = new Set([
	'unreadable',
	'not-json',
	'not-chats',
	'newer-version',
	'cancelled',
]);

function importedText({ added, extended, kept, skipped }: ImportOutcome): NoticeText {
	const title = added > 0 ? plural('settings.chats.added', added) : i18n.t('settings.chats.noneAdded');
	const advice = [
		...(extended > 0 ? [plural('settings.chats.extended', extended)] : []),
		...(kept > 0 ? [plural('settings.chats.kept', kept)] : []),
		...(skipped > 0 ? [plural('settings.chats.skipped', skipped)] : []),
		...(added + extended + kept + skipped === 0 ? [i18n.t('settings.chats.emptyFile')] : []),
	].join(' ');
	return { tone: added + extended + kept > 0 ? 'good' : 'bad', title, advice };
}

function notImportedText(code: ImportErrorCode, { added, extended }: ImportOutcome): NoticeText {
	const { title, advice } = PROBLEMS[code]();
	const isUnchanged = added + extended === 0 && OF_THE_FILE.has(code);
	if (code === 'cancelled' && isUnchanged) {
		return { tone: 'bad', title, advice: i18n.t('settings.chats.nothingChanged') };
	}
	const before = [
		...(added > 0 ? [plural('settings.chats.addedBefore', added)] : []),
		...(extended > 0 ? [plural('settings.chats.extended', extended)] : []),
		...(isUnchanged ? [i18n.t('settings.chats.nothingChanged')] : []),
	];
	return { tone: 'bad', title, advice: [...before, advice].join(' ') };
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
		case 'export-cancelled':
			return {
				tone: 'bad',
				title: i18n.t('settings.chats.exportCancelled'),
				advice: i18n.t('settings.chats.exportCancelledAdvice'),
			};
		case 'not-written':
			return {
				tone: 'bad',
				title: i18n.t('settings.chats.notWritten'),
				advice: i18n.t('settings.chats.notWrittenAdvice', { detail: notice.detail }),
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
			return {
				tone: 'bad',
				...describeFailure(notice.failure, { ...notice, where: 'settings' }),
				...(notice.failure.code === 'forbidden-origin' && {
					line: { hint: i18n.t('settings.setOrigins'), text: OLLAMA_ORIGINS },
				}),
			};
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
		case 'saved-keyless':
			return {
				tone: 'bad',
				title: i18n.t('settings.keyless', { name: notice.name }),
				advice: i18n.t('settings.keylessAdvice'),
			};
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
