import { i18n } from '#i18n';
import { describeFailure } from '../ui/failure-text.ts';
import { chatsNoticeText } from './chats-notice-text.ts';
import type { SettingsNotice } from './notice.ts';

export interface NoticeText {
	tone: 'busy' | 'good' | 'bad';
	title: string;
	advice?: string;
	/** The server's own words. */
	detail?: string | null;
}

/** What the status region says. */
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
