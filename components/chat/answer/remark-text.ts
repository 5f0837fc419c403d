import { i18n } from '#i18n';
import type { Message } from '../../../utils/chat/schema.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';

type Remark = NonNullable<Message['notes']>[number] & Readonly<Record<string, unknown>>;

const count = (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : '?');

/** What is said about the way in which an answer came. Null for a note that only a newer version knows. */
export function remarkText({ code, names, readTokens, sentTokens }: Remark): string | null {
	switch (code) {
		case 'gap':
			return i18n.t('chat.gap');
		case 'asked-without':
			return i18n.t('chat.askedWithout', { names: Array.isArray(names) ? names.join(', ') : '?' });
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
