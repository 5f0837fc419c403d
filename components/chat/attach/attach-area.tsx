import { lazy, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { i18n } from '#i18n';
import { hasPicture } from '../../../utils/chat/parts.ts';
import { isPiece, pieceOf } from '../../../utils/chat/pieces.ts';
import type { Attachment } from '../../../utils/chat/schema.ts';
import { drawEach } from '../../ui/draw-each.ts';
import { Late } from '../../ui/late.tsx';
import { ReloadNotice } from '../../ui/reload-notice.tsx';
import { useAnnouncement, useChatServices } from '../services/chat-services.ts';
import { fetchPdf } from '../services/fetch-pdf.ts';
import { AttachmentChip } from './attachment-chip.tsx';
import { BlindNotice } from './blind-notice.tsx';
import { DropPlace } from './drop-place.tsx';
import { FileNotes } from './file-notes.tsx';
import { FilePicker } from './file-picker.tsx';
import { createFileTaker } from './file-taker.ts';
import { createPageTaker } from './page-taker.ts';
import { PiecesChip } from './pieces-chip.tsx';
import { ReadingLine } from './reading-line.tsx';
import { TakingNotice } from './taking-notice.tsx';
import { useBlindModel } from './use-model-details.ts';

const AttachMenu = lazy(async () => ({ default: (await import('./attach-menu.tsx')).AttachMenu }));
const PartOfShot = lazy(async () => ({ default: (await import('./part-of-shot.tsx')).PartOfShot }));

export interface AttachAreaProps {
	/** The button whose menu is open; null while it is closed. */
	menuButton: HTMLElement | null;
	onMenuClosed: () => void;
}

/** What is attached to the next question, and how more is attached. It is loaded when it is first needed. */
export function AttachArea({ menuButton, onMenuClosed }: AttachAreaProps) {
	const { composer, client } = useChatServices();
	const [fileTaker] = useState(() => createFileTaker(composer));
	const files = useSyncExternalStore(fileTaker.subscribe, fileTaker.getState);
	const [taker] = useState(() =>
		createPageTaker(composer, {
			fetchPdf: (url, fetching) => fetchPdf(client, url, fetching),
			tell: fileTaker.tell,
			withdraw: fileTaker.withdraw,
		}),
	);
	const taking = useSyncExternalStore(taker.subscribe, taker.getState);
	const attachments = useSyncExternalStore(composer.subscribe, composer.getAttachments);
	const wishes = useSyncExternalStore(composer.subscribe, composer.getWishes);
	const filePicker = useRef<HTMLInputElement>(null);
	const [isDragged, setIsDragged] = useState(false);
	const [isHeldBack, setIsHeldBack] = useState(false);
	const blind = useBlindModel();
	useAnnouncement(taking.isReading ? i18n.t('attach.reading') : attachedText(taking.taken));
	useAnnouncement(attachedText(files.attached));

	useEffect(() => {
		if (wishes.length === 0) return;
		for (const wish of composer.takeWishes()) {
			if (wish.type === 'page') void taker.take({ scope: 'page' });
			else if (wish.type === 'tab') void taker.take({ scope: 'page', tab: { id: wish.tabId } });
			else if (wish.type === 'link') void taker.take({ scope: 'page', link: wish.link });
			else if (wish.type === 'text') {
				composer.add(wish.text, []);
				composer.focus();
			} else if (wish.type === 'files') void fileTaker.take(wish.files);
			else if (wish.type === 'blind') setIsHeldBack(true);
			else setIsDragged(true);
		}
	}, [composer, taker, fileTaker, wishes]);

	return (
		<>
			{groupsOf(attachments).map(([first, ...others]) =>
				isPiece(first) ? (
					<PiecesChip key={keyOf(first)} pieces={[first, ...others.filter(isPiece)]} />
				) : (
					<AttachmentChip key={keyOf(first)} attachment={first} taker={taker} />
				),
			)}
			{taking.isReading && (
				<ReadingLine text={i18n.t('attach.reading')} progress={taking.progress} onCancel={taker.cancel} />
			)}
			{files.isReading && (
				<ReadingLine
					text={i18n.t('attach.readingFile')}
					progress={files.progress}
					onCancel={fileTaker.cancel}
				/>
			)}
			{drawEach(taking.failed, (failed, place) => (
				<TakingNotice key={place} failed={failed} taker={taker} />
			))}
			{files.notes.length > 0 && <FileNotes notes={files.notes} taker={fileTaker} />}
			{isHeldBack && blind !== null && hasPicture(attachments) && (
				<BlindNotice model={blind} onClose={() => setIsHeldBack(false)} />
			)}
			{isDragged && <DropPlace onGone={() => setIsDragged(false)} />}
			<FilePicker ref={filePicker} onPicked={fileTaker.take} />
			{files.shot !== null && (
				<Late otherwise={<ReloadNotice />}>
					<PartOfShot shot={files.shot} onChosen={fileTaker.takePart} />
				</Late>
			)}
			{menuButton && (
				<Late otherwise={<ReloadNotice />}>
					<AttachMenu
						taker={taker}
						fileTaker={fileTaker}
						button={menuButton}
						pickFiles={() => filePicker.current?.click()}
						onClose={onMenuClosed}
					/>
				</Late>
			)}
		</>
	);
}

/** The attachments as they are shown: pieces that were cut from one text stand together. */
function groupsOf(attachments: readonly Attachment[]): [Attachment, ...Attachment[]][] {
	const groups: [Attachment, ...Attachment[]][] = [];
	let before = 0;
	for (const attachment of attachments) {
		const number = pieceOf(attachment)?.number ?? 0;
		if (before > 0 && number > before) groups.at(-1)?.push(attachment);
		else groups.push([attachment]);
		before = number;
	}
	return groups;
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

function attachedText(title: string | null): string | null {
	return title === null ? null : i18n.t('attach.attached', { title });
}
