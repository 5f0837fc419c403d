import { i18n } from '#i18n';

/** The question by which the answers about the pieces of a text become one. */
export function joinText(text: string): string {
	return i18n.t('attach.join', { question: text });
}
