import { TextCursorInput } from 'lucide-react';
import { lazy, useEffect, useEffectEvent, useState } from 'react';
import { i18n } from '#i18n';
import { fieldOf } from '../../../utils/page/marked-fields.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { quotedBefore } from './quoted-before.ts';

const WriteDialog = lazy(async () => ({ default: (await import('./write-dialog.tsx')).WriteDialog }));

interface WriteButtonProps {
	answerId: string;
	/** The answer's Markdown. */
	getText: () => string;
}

/** Offers to write an answer into the page, where its question was about a field. It is loaded with the first quotation. */
export function WriteButton({ answerId, getText }: WriteButtonProps) {
	const { session } = useChatServices();
	const [isOffered, setIsOffered] = useState(false);
	const [isWriting, setIsWriting] = useState(false);

	const find = useEffectEvent(() => fieldOf(quotedBefore(session.getState(), answerId)));
	useEffect(() => {
		let isOver = false;
		void find().then((place) => isOver || setIsOffered(place !== null));
		return () => {
			isOver = true;
		};
	}, []);

	if (!isOffered) return null;
	return (
		<>
			<IconButton
				size="sm"
				icon={TextCursorInput}
				label={i18n.t('write.open')}
				aria-haspopup="dialog"
				onClick={() => setIsWriting(true)}
			/>
			{isWriting && (
				<Late otherwise={<ReloadNotice />}>
					<WriteDialog answerId={answerId} text={getText()} onClose={() => setIsWriting(false)} />
				</Late>
			)}
		</>
	);
}
