import { ArrowUp, Clock, Square } from 'lucide-react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { useChatServices } from '../services/chat-services.ts';

/** The button Send. While an answer runs, Stop stands in its place, and beside it what lets a question wait. */
export function SendButton({
	canSend,
	runningAnswerId,
}: {
	canSend: boolean;
	runningAnswerId: string | null;
}) {
	const { session, composer } = useChatServices();
	if (runningAnswerId === null) {
		return (
			<IconButton
				key="send"
				type="submit"
				look="primary"
				icon={ArrowUp}
				label={i18n.t('chat.send')}
				disabled={!canSend}
			/>
		);
	}
	return (
		<>
			{canSend && <IconButton type="submit" icon={Clock} label={i18n.t('chat.sendLater')} />}
			<IconButton
				key="stop"
				look="primary"
				icon={Square}
				className="[&_svg]:size-3.5 [&_svg]:fill-current"
				label={i18n.t('chat.stop')}
				onClick={(event) => {
					// After a double click on Send the second click lands on Stop, which stands in its place. It is ignored.
					if (event.detail > 1) return;
					session.stop(runningAnswerId);
					composer.focus();
				}}
			/>
		</>
	);
}
