import { lazy, useEffect, useState, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import type { Attachment } from '../../../utils/chat/schema.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useAnnouncement, useChatServices } from '../services/chat-services.ts';
import { AttachmentChip } from './attachment-chip.tsx';
import { createPageTaker, type TakingState } from './page-taker.ts';
import { TakingNotice } from './taking-notice.tsx';

const AttachMenu = lazy(async () => ({ default: (await import('./attach-menu.tsx')).AttachMenu }));

export interface AttachAreaProps {
	/** The button whose menu is open; null while it is closed. */
	menuButton: HTMLElement | null;
	onMenuClosed: () => void;
}

/** What is attached to the next question, and how more is attached. It is loaded when it is first needed. */
export function AttachArea({ menuButton, onMenuClosed }: AttachAreaProps) {
	const { composer } = useChatServices();
	const [taker] = useState(() => createPageTaker(composer));
	const taking = useSyncExternalStore(taker.subscribe, taker.getState);
	const attachments = useSyncExternalStore(composer.subscribe, composer.getAttachments);
	const tabId = useSyncExternalStore(composer.subscribe, composer.getWantedTab);
	useAnnouncement(spokenOf(taking));

	// The user has asked for a page in the browser's menu, or by a key.
	useEffect(() => {
		if (tabId === null) return;
		composer.wantTab(null);
		void taker.take({ scope: 'page', tab: { id: tabId } });
	}, [composer, taker, tabId]);

	return (
		<>
			{attachments.map((attachment) => (
				<AttachmentChip key={keyOf(attachment)} attachment={attachment} taker={taker} />
			))}
			{taking.type === 'reading' && (
				<p className="mb-2 flex items-center gap-2 px-1 text-sm text-muted">
					<Spinner /> {i18n.t('attach.reading')}
				</p>
			)}
			{taking.type === 'failed' && <TakingNotice failed={taking} taker={taker} />}
			{menuButton && (
				<Late otherwise={<ReloadNotice />}>
					<AttachMenu taker={taker} button={menuButton} onClose={onMenuClosed} />
				</Late>
			)}
		</>
	);
}

/** An edited page is the same one. */
function keyOf(attachment: Attachment): string {
	switch (attachment.type) {
		case 'page':
			return `page ${attachment.takenAt} ${attachment.url}`;
		case 'quote':
			return `quote ${attachment.url} ${attachment.text}`;
		case 'file':
			return `file ${attachment.name} ${attachment.text.length}`;
		case 'image':
			return `image ${attachment.blobId}`;
	}
}

function spokenOf(taking: TakingState): string | null {
	switch (taking.type) {
		case 'reading':
			return i18n.t('attach.reading');
		case 'taken':
			return i18n.t('attach.attached', { title: taking.title });
		default:
			return null;
	}
}
