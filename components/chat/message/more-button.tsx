import { Ellipsis } from 'lucide-react';
import { lazy, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { useChatState } from '../services/chat-services.ts';

export interface MoreButtonProps {
	messageId: string;
	isAnswer: boolean;
}

const MoreMenu = lazy(async () => ({ default: (await import('./more-menu.tsx')).MoreMenu }));

/** What else can be done with a message. The menu is heavy, so it is loaded by the first press. */
export function MoreButton(props: MoreButtonProps) {
	const [isLoaded, setIsLoaded] = useState(false);
	const isTemporary = useChatState((state) => state.isTemporary);
	// A temporary chat is not forked, and there is nothing else for a question.
	if (isTemporary && !props.isAnswer) return null;
	const button = (
		<IconButton
			size="sm"
			icon={Ellipsis}
			label={i18n.t('ui.more')}
			aria-haspopup="menu"
			onClick={() => setIsLoaded(true)}
		/>
	);
	if (!isLoaded) return button;
	return (
		<Late until={button}>
			<MoreMenu {...props} />
		</Late>
	);
}
