import { i18n } from '#i18n';
import type { DictationFailure } from '../services/dictation.ts';

/** Why dictation ended, and what helps. */
export const FAILURE_TEXTS: Record<DictationFailure, () => string> = {
	'not-allowed': () => i18n.t('dictate.failed.notAllowed'),
	'service-not-allowed': () => i18n.t('dictate.failed.serviceNotAllowed'),
	'audio-capture': () => i18n.t('dictate.failed.audioCapture'),
	'no-speech': () => i18n.t('dictate.failed.noSpeech'),
	network: () => i18n.t('dictate.failed.network'),
	'language-not-supported': () => i18n.t('dictate.failed.language'),
	aborted: () => i18n.t('dictate.failed.aborted'),
	nowhere: () => i18n.t('dictate.failed.nowhere'),
	'not-loaded': () => i18n.t('dictate.failed.notLoaded'),
	'too-long': () => i18n.t('dictate.failed.tooLong'),
	other: () => i18n.t('dictate.failed.other'),
};
