import { i18n } from '#i18n';
import type { Prompt } from '../../utils/settings/prompts.ts';

/** The variable that stands for a text, as a prompt has it. */
export const textVariable = () => ({ text: `{${i18n.t('prompts.textVariable')}}` });

/** The prompts that come along, in the language of the texts. */
export function builtInPrompts(): Prompt[] {
	const text = textVariable();
	const languageToo = { ...text, language: `{${i18n.t('prompts.languageVariable')}}` };
	return [
		{ id: 'explain', name: i18n.t('prompts.explain'), text: i18n.t('prompts.explainText', text) },
		{ id: 'summarize', name: i18n.t('prompts.summarize'), text: i18n.t('prompts.summarizeText', text) },
		{
			id: 'translate',
			name: i18n.t('prompts.translate'),
			text: i18n.t('prompts.translateText', languageToo),
		},
		{ id: 'rewrite', name: i18n.t('prompts.rewrite'), text: i18n.t('prompts.rewriteText', text) },
		{ id: 'grammar', name: i18n.t('prompts.grammar'), text: i18n.t('prompts.grammarText', text) },
	];
}
