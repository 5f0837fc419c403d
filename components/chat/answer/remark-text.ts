import { i18n } from '#i18n';
import type { Message } from '../../../utils/chat/schema.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';

type Remark = NonNullable<Message['notes']>[number] & Readonly<Record<string, unknown>>;

const count = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : '?');

const listed = (names: unknown): string => (Array.isArray(names) && names.join(', ')) || '?';

/** What is said of the way an answer came. Null for the notes of a newer version. */
export function remarkText({ code, names, readTokens, sentTokens }: Remark): string | null {
	switch (code) {
		case 'gap':
			return i18n.t('chat.gap');
		case 'asked-without':
			return i18n.t('chat.askedWithout', { names: listed(names) });
		case 'tools-asked':
			return i18n.t('chat.toolsAsked', { names: listed(names) });
		case 'unused-settings':
			return i18n.t('chat.unusedSettings', { names: listed(names) });
		case 'asked-unstreamed':
			return i18n.t('chat.askedUnstreamed');
		case 'reasoning-passed-back':
			return i18n.t('chat.reasoningPassedBack');
		case 'system-prompt-folded':
			return i18n.t('chat.systemPromptFolded');
		case 'continued-otherwise':
			return i18n.t('chat.continuedOtherwise');
		case 'prompt-cut':
			return i18n.t('chat.promptCut', { read: count(readTokens), sent: count(sentTokens) });
		default:
			return null;
	}
}
