import { useState } from 'react';
import { i18n } from '#i18n';
import { plural } from '../../../utils/platform/texts.ts';
import { Button } from '../../ui/button.tsx';
import { useAnnouncement, useChatServices } from '../services/chat-services.ts';
import { divide } from './divide.ts';
import type { AttachedText } from './text-dialog.tsx';
import type { ModelContext } from './use-model-details.ts';

interface DivideButtonProps {
	attached: AttachedText;
	/** What is to be asked about: what is attached, or what the user has made of it. */
	text: string;
	context: ModelContext;
	onDone?: () => void;
}

/** Divides a text that is too long for the model into pieces, or says that they would be too many. */
export function DivideButton({ attached, text, context, onDone }: DivideButtonProps) {
	const services = useChatServices();
	const { announcer, composer } = services;
	const [isTooMuch, setIsTooMuch] = useState(false);
	const refusal = isTooMuch ? i18n.t('attach.tooManyPieces', { model: context.model }) : null;
	useAnnouncement(refusal);
	if (refusal !== null) return <span>{refusal}</span>;
	return (
		<Button
			size="sm"
			onClick={() => {
				const count = divide(services, attached, { text, limit: context.tokens });
				if (count === null) {
					setIsTooMuch(true);
					return;
				}
				announcer.say(plural('attach.divided', count));
				composer.focus();
				onDone?.();
			}}
		>
			{i18n.t('attach.divide')}
		</Button>
	);
}
