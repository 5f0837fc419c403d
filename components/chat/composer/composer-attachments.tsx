import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { IconButton } from '../../ui/icon-button.tsx';
import { QuoteSource } from '../message/quote-view.tsx';
import { useChatServices } from '../services/chat-services.ts';

/** Shows what will be sent along with the next question, and lets the user remove it. */
export function ComposerAttachments() {
	const { composer } = useChatServices();
	const attachments = useSyncExternalStore(composer.subscribe, composer.getAttachments);
	return attachments.map((quote) => (
		<div
			key={`${quote.url} ${quote.text}`}
			className="mb-2 flex items-start gap-1 rounded-md border-s-2 border-accent bg-surface py-1.5 ps-3 pe-1"
		>
			<div className="min-w-0 flex-1">
				<QuoteSource quote={quote} />
				<p dir="auto" className="line-clamp-3 text-sm whitespace-pre-line text-muted">
					{quote.text.slice(0, 600)}
				</p>
			</div>
			<IconButton
				size="sm"
				icon={X}
				label={i18n.t('chat.removeQuote')}
				onClick={() => {
					composer.remove(quote);
					composer.focus();
				}}
			/>
		</div>
	));
}
