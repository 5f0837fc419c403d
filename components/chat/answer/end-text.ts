import { i18n } from '#i18n';
import type { Message } from '../../../utils/chat/schema.ts';

/** How an answer ended, in words. Servers write the finish reason in many ways; an unknown one stands as it came. */
export function endText({ status, finishReason }: Pick<Message, 'status' | 'finishReason'>): string {
	if (status === 'stopped') return i18n.t('chat.foot.ended.stopped');
	if (status === 'interrupted') return i18n.t('chat.foot.ended.interrupted');
	if (status === 'failed') return i18n.t('chat.foot.ended.failed');
	switch (finishReason?.toLowerCase()) {
		case undefined:
		case '':
		case 'stop':
		case 'eos':
		case 'eos_token':
		case 'end_turn':
		case 'stop_sequence':
		case 'complete':
		case 'completed':
		case 'finished':
			return i18n.t('chat.foot.ended.done');
		case 'length':
		case 'max_tokens':
		case 'max_output_tokens':
			return i18n.t('chat.foot.ended.length');
		case 'content_filter':
		case 'safety':
		case 'recitation':
			return i18n.t('chat.foot.ended.filtered');
		case 'tool_calls':
		case 'tool_use':
		case 'function_call':
			return i18n.t('chat.foot.ended.tools');
		default:
			return i18n.t('chat.foot.ended.other', { reason: finishReason ?? '' });
	}
}
