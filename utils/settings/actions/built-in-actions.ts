import { i18n } from '#i18n';
import type { Action, Place } from './actions.ts';

type BuiltIn = [id: string, name: string, text: string, places: Place[], isAtOnce: boolean];

const selection = '{selection}';

/** The actions that come along, in the language of the texts. */
export function builtInActions(): Action[] {
	const language = '{language}';
	const all: BuiltIn[] = [
		['explain', i18n.t('actions.explain'), i18n.t('actions.explainText'), ['selection'], true],
		['summarize', i18n.t('actions.summarize'), i18n.t('actions.summarizeText'), ['selection'], true],
		[
			'translate',
			i18n.t('actions.translate'),
			i18n.t('actions.translateText', { language }),
			['selection'],
			true,
		],
		['rewrite', i18n.t('actions.rewrite'), i18n.t('actions.rewriteText'), ['editable'], true],
		['grammar', i18n.t('actions.grammar'), i18n.t('actions.grammarText'), ['editable'], true],
		['reply', i18n.t('actions.reply'), i18n.t('actions.replyText'), ['selection'], false],
	];
	return all.map(([id, name, text, places, isAtOnce]) => ({
		id,
		name,
		text: `${text}\n\n${selection}`,
		places,
		isAtOnce,
	}));
}
