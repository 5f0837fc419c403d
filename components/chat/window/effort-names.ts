import { i18n } from '#i18n';
import type { Effort } from '../../../utils/lockchat/types.ts';

/** How much a model is to reason, in words. */
export const EFFORT_NAMES: Record<Effort, () => string> = {
	off: () => i18n.t('chat.effort.off'),
	low: () => i18n.t('chat.effort.low'),
	medium: () => i18n.t('chat.effort.medium'),
	high: () => i18n.t('chat.effort.high'),
};
