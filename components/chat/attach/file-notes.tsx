import { i18n } from '#i18n';
import { MAX_ATTACHMENTS } from '../../../utils/chat/limits.ts';
import type { FileProblem } from '../../../utils/files/file-error.ts';
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
	pdf: (name) => i18n.t('attach.filePdf', { name }),
	unreadable: (name) => i18n.t('attach.fileUnreadable', { name }),
	'too-many': (name) => i18n.t('attach.fileTooMany', { name, limit: MAX_ATTACHMENTS }),
	'too-much': (name) => i18n.t('attach.fileTooMuch', { name, limit: formatNumber(MAX_ATTACHED_LENGTH) }),
};

function textOf(note: FileNote): string {
	const name = note.name || i18n.t('attach.nameless');
	switch (note.type) {
		case 'refused':
			return REFUSALS[note.code](name);
		case 'guessed':
			return i18n.t('attach.fileGuessed', { name, encoding: note.encoding });
		case 'damaged':
			return i18n.t('attach.fileDamaged', { name, count: formatNumber(note.count) });
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
