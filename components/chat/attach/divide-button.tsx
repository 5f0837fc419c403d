import { useState } from 'react';
import { i18n } from '#i18n';
import { pieceOf } from '../../../utils/chat/pieces.ts';
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
	/** The model for which they would be too many. */
	const [refused, setRefused] = useState<string | null>(null);
	const refusal = refused === context.model ? i18n.t('attach.tooManyPieces', { model: context.model }) : null;
	useAnnouncement(refusal);
	// A piece cannot be divided again. One that no longer fits, since another model was chosen, is cut.
	if (pieceOf(attached)) return null;

	function run(): void {
		const count = divide(services, attached, { text, limit: context.tokens });
		setRefused(count === null ? context.model : null);
		if (count === null) return;
		announcer.say(plural('attach.divided', count));
		composer.focus();
		onDone?.();
	}

	// The button stays, and with it the focus: a shorter text can be divided.
	return (
		<>
			{refusal !== null && <span>{refusal}</span>}
			<Button size="sm" onClick={run}>
				{i18n.t('attach.divide')}
			</Button>
		</>
	);
}
