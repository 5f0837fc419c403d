import { i18n } from '#i18n';
import { MAX_ATTACHMENTS } from '../../../utils/chat/limits.ts';
import type { FileProblem } from '../../../utils/files/file-error.ts';
import { MAX_PDF_BYTES } from '../../../utils/files/pdf/read-pdf.ts';
import { MAX_PICTURE_FILE_BYTES } from '../../../utils/files/read-picture.ts';
import { MAX_TEXT_FILE_BYTES } from '../../../utils/files/read-text-file.ts';
import { formatNumber } from '../../../utils/platform/texts.ts';
import { Button } from '../../ui/button.tsx';
import { drawEach } from '../../ui/draw-each.ts';
import { Notice } from '../../ui/notice.tsx';
import { type FileNote, type FileTaker, MAX_ATTACHED_LENGTH } from './file-taker.ts';

const REFUSALS: Record<FileProblem, (name: string) => string> = {
	'too-large': (name) =>
		i18n.t('attach.fileTooLarge', { name, limit: formatNumber(MAX_TEXT_FILE_BYTES / 1024 / 1024) }),
	empty: (name) => i18n.t('attach.fileEmpty', { name }),
	binary: (name) => i18n.t('attach.fileBinary', { name }),
	picture: (name) => i18n.t('attach.pictureUnreadable', { name }),
	'picture-too-large': (name) =>
		i18n.t('attach.pictureTooLarge', { name, limit: formatNumber(MAX_PICTURE_FILE_BYTES / 1024 / 1024) }),
	'no-capture': () => i18n.t('attach.noCapture'),
	'no-room': (name) => i18n.t('attach.noRoom', { name }),
	'pdf-locked': (name) => i18n.t('attach.pdfLocked', { name }),
	'pdf-damaged': (name) => i18n.t('attach.pdfDamaged', { name }),
	'pdf-scanned': (name) => i18n.t('attach.pdfScanned', { name }),
	'pdf-too-large': (name) =>
		i18n.t('attach.pdfTooLarge', { name, limit: formatNumber(MAX_PDF_BYTES / 1024 / 1024) }),
	unreadable: (name) => i18n.t('attach.fileUnreadable', { name }),
	'too-many': (name) => i18n.t('attach.fileTooMany', { name, limit: MAX_ATTACHMENTS }),
	'too-much': (name) => i18n.t('attach.fileTooMuch', { name, limit: formatNumber(MAX_ATTACHED_LENGTH) }),
};

/** Numbers that rise, with those in a row joined: "2, 5–7". */
function rangesOf(numbers: readonly number[]): string {
	const ranges: [first: number, last: number][] = [];
	for (const number of numbers) {
		const range = ranges.at(-1);
		if (range && range[1] === number - 1) range[1] = number;
		else ranges.push([number, number]);
	}
	return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

function textOf(note: FileNote): string {
	const name = note.name || i18n.t('attach.nameless');
	switch (note.type) {
		case 'refused':
			return REFUSALS[note.code](name);
		case 'guessed':
			return i18n.t('attach.fileGuessed', { name, encoding: note.encoding });
		case 'damaged':
			return i18n.t('attach.fileDamaged', { name, count: formatNumber(note.count) });
		case 'no-transcript':
			return i18n.t('attach.noTranscript', { name });
		case 'pages':
			return [
				note.blank.length > 0 &&
					i18n.t('attach.pdfBlank', { name, pages: rangesOf(note.blank), all: formatNumber(note.pages) }),
				note.broken.length > 0 &&
					i18n.t('attach.pdfBroken', { name, pages: rangesOf(note.broken), all: formatNumber(note.pages) }),
			]
				.filter(Boolean)
				.join(' ');
	}
}

/** Says which files were not attached, and why, and which were not read for certain. */
export function FileNotes({ notes, taker }: { notes: readonly FileNote[]; taker: FileTaker }) {
	return (
		<Notice
			role="alert"
			look="warning"
			className="mb-2"
			actions={
				<Button size="sm" look="quiet" onClick={taker.dismiss}>
					{i18n.t('ui.close')}
				</Button>
			}
		>
			<ul className="flex max-h-48 flex-col gap-1 overflow-y-auto [overflow-wrap:anywhere]">
				{drawEach(notes, (note, place) => (
					<li key={place}>{textOf(note)}</li>
				))}
			</ul>
		</Notice>
	);
}
