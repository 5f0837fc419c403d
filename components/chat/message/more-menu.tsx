import { i18n } from '#i18n';
import { Menu } from '../../ui/menu.tsx';
import type { MoreButtonProps } from './more-button.tsx';
import { useWays } from './use-ways.ts';

/** The menu of a message, opened: it is loaded when its button is first pressed. */
export function MoreMenu({ messageId, isAnswer }: MoreButtonProps) {
	return <Menu size="sm" label={i18n.t('ui.more')} isOpenAtFirst actions={useWays(messageId, isAnswer)} />;
}
