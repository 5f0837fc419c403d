import { Menu } from '../../ui/menu.tsx';
import type { MoreButtonProps } from './more-button.tsx';
import { useWays } from './use-ways.ts';

/** The menu of a message, opened: it is loaded when its button is first pressed. */
export function MoreMenu({ messageId, isAnswer }: MoreButtonProps) {
	return <Menu size="sm" isOpenAtFirst actions={useWays(messageId, isAnswer)} />;
}
