import { FileCode, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { i18n } from '#i18n';
import type { Attachment, Quote } from '../../../utils/chat/schema.ts';
import { heldBlobs } from '../../../utils/settings/held-blobs.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { QuoteSource } from '../message/quote-view.tsx';
import { useChatServices } from '../services/chat-services.ts';
import { ImageChip } from './image-chip.tsx';
import { PageChip } from './page-chip.tsx';
import type { PageTaker } from './page-taker.ts';
import { TextChip } from './text-chip.tsx';

const REMOVE: Record<Attachment['type'], () => string> = {
	quote: () => i18n.t('chat.removeQuote'),
	page: () => i18n.t('attach.removePage'),
	file: () => i18n.t('attach.removeFile'),
	image: () => i18n.t('attach.removeImage'),
};

/** Something that will be sent along with the next question, and how to leave it out. */
export function AttachmentChip({ attachment, taker }: { attachment: Attachment; taker: PageTaker }) {
	const { composer } = useChatServices();
	return (
		<div className="mb-2 flex items-start gap-1 rounded-md border-s-2 border-accent bg-surface py-1.5 ps-3 pe-1">
			<div className="min-w-0 flex-1">{contentOf(attachment, taker)}</div>
			<IconButton
				size="sm"
				icon={X}
				label={REMOVE[attachment.type]()}
				onClick={() => {
					composer.remove(attachment);
					// In a chat that is not temporary it stands nowhere else yet.
					if (attachment.type === 'image') void heldBlobs.remove([attachment.blobId]);
					composer.focus();
				}}
			/>
		</div>
	);
}

function contentOf(attachment: Attachment, taker: PageTaker): ReactNode {
	switch (attachment.type) {
		case 'quote':
			return <QuoteChip quote={attachment} />;
		case 'page':
			return <PageChip page={attachment} taker={taker} />;
		case 'file':
			return (
				<TextChip attached={attachment} icon={FileCode} name={attachment.name || i18n.t('attach.nameless')} />
			);
		case 'image':
			return <ImageChip image={attachment} />;
	}
}

function QuoteChip({ quote }: { quote: Quote }) {
	return (
		<>
			<QuoteSource quote={quote} />
			<p dir="auto" className="line-clamp-3 text-sm whitespace-pre-line text-muted">
				{quote.text.slice(0, 600)}
			</p>
		</>
	);
}
