import { Check, Copy } from 'lucide-react';
import { useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { useChatServices } from '../services/chat-services.ts';

const SHOWN_MS = 1500;

/** @param getText is called when the button is pressed, because an answer's text can be long and can still grow */
export function CopyButton({ getText }: { getText: () => string }) {
	const { announcer } = useChatServices();
	const [isCopied, setIsCopied] = useState(false);

	useEffect(() => {
		if (!isCopied) return;
		const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
		return () => clearTimeout(timer);
	}, [isCopied]);

	async function copy(): Promise<void> {
		try {
			await navigator.clipboard.writeText(getText());
		} catch (error) {
			console.error('The clipboard refused the text.', error);
			announcer.say(i18n.t('chat.notCopied'));
			return;
		}
		setIsCopied(true);
		announcer.say(i18n.t('chat.copied'));
	}

	return (
		<IconButton
			size="sm"
			icon={isCopied ? Check : Copy}
			label={i18n.t('chat.copy')}
			onClick={() => void copy()}
		/>
	);
}
