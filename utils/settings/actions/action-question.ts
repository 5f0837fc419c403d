/** What an action asks, made of its text and of what was found for its variables. */
import { i18n } from '#i18n';
import type { Attachment, PartOf, Quote } from '../../chat/schema.ts';
import { fillPrompt, variablesOf } from './action-text.ts';

/** What was found for the variables of an action; null where nothing was. */
export interface Material {
	/** What the action was used on: a selection, or else the text of a field, the address of a link or picture, the page. */
	selection: Quote | PartOf<'page'> | null;
	page: PartOf<'page'> | null;
	/** Of the page. */
	title: string | null;
	url: string | null;
	clipboard: string | null;
	/** The name of the user's language, in the language of the texts. */
	language: string;
	/** What the user has written behind the action's name. */
	input: string | null;
}

export interface ActionQuestion {
	text: string;
	attachments: Attachment[];
}

const isNamed = (text: string, name: string): boolean => variablesOf(text).includes(name);

/** What stands for the selection where there is none: what was written behind the action's name, and has no place of its own. */
function writtenSelection(text: string, { selection, input }: Material): string | null {
	return selection === null && !isNamed(text, 'input') ? input : null;
}

/** The variables that the user has to be asked for. A page that could not be read is none of them: its reason is told. */
export function missingVariables(text: string, material: Material): string[] {
	const found: Record<string, unknown> = { ...material, page: true };
	if (writtenSelection(text, material) !== null) found.selection = true;
	return variablesOf(text).filter((name) => !Object.hasOwn(found, name) || found[name] === null);
}

/**
 * The question. What is not the user's own words is attached, and fenced by the prompt like all that is attached; in the
 * text stand words that point at it.
 *
 * @param typed what the user has typed for the missing variables, by their names. What was typed for the selection, or for
 * the clipboard, is mostly pasted, and is attached as well.
 */
export function actionQuestion(
	text: string,
	material: Material,
	typed: ReadonlyMap<string, string> = new Map(),
): ActionQuestion {
	const { page, language, input } = material;
	const typedQuote = (name: string, title = ''): Quote | null => {
		const pasted = typed.get(name)?.trim() ?? '';
		return pasted === '' ? null : { type: 'quote', text: pasted, title, url: '' };
	};
	const clipboardTitle = i18n.t('actions.quoted.clipboard');
	const selection = material.selection ?? typedQuote('selection');
	const clipboard: Quote | null =
		material.clipboard === null
			? typedQuote('clipboard', clipboardTitle)
			: { type: 'quote', text: material.clipboard, title: clipboardTitle, url: '' };
	const hasSource = selection !== null || page !== null;
	const isSourceNamed = isNamed(text, 'title') || isNamed(text, 'url');
	const source = isSourceNamed && !hasSource ? sourceQuote(material) : null;

	const quoted = new Map<string, string>();
	if (selection)
		quoted.set(
			'selection',
			i18n.t(selection.type === 'page' ? 'actions.quoted.page' : 'actions.quoted.selection'),
		);
	if (isNamed(text, 'page')) quoted.set('page', i18n.t('actions.quoted.page'));
	if (clipboard) quoted.set('clipboard', i18n.t('actions.quoted.clipboard'));
	if (material.title !== null) quoted.set('title', i18n.t('actions.quoted.title'));
	if (material.url !== null) quoted.set('url', i18n.t('actions.quoted.url'));

	const values = new Map([...typed, ['language', language]]);
	for (const name of ['selection', 'clipboard']) values.delete(name);
	if (input !== null && isNamed(text, 'input')) values.set('input', input);
	const written = writtenSelection(text, material);
	if (written !== null && isNamed(text, 'selection')) values.set('selection', written);
	const filled = fillPrompt(text, values, quoted).trim();
	const isLeftOver = input !== null && !isNamed(text, 'input') && !values.has('selection');
	const found = [selection, page, isNamed(text, 'clipboard') ? clipboard : null, source];
	return {
		text: isLeftOver ? `${filled}\n\n${input}` : filled,
		attachments: [...new Set(found.filter((part) => part !== null))],
	};
}

/** Title and address of a page that nothing else is quoted from. */
function sourceQuote({ title, url }: Material): Quote | null {
	const text = title || url;
	return text ? { type: 'quote', text, title: title ?? '', url: url ?? '' } : null;
}
