import { i18n } from '#i18n';
import { MAX_ATTACHMENTS } from '../../../utils/chat/limits.ts';
import type { Attachment } from '../../../utils/chat/schema.ts';
import { FileError, type FileProblem } from '../../../utils/files/file-error.ts';
import { fileNameOf } from '../../../utils/files/file-name.ts';
import { isPdf, type PdfProgress, type PdfText, readPdfFile } from '../../../utils/files/pdf/read-pdf.ts';
import { type Area, type Picture, pictureAt, readPicture } from '../../../utils/files/read-picture.ts';
import { readTextFile, type TextFile } from '../../../utils/files/read-text-file.ts';
import { captureTab } from '../../../utils/platform/tabs.ts';
import { holdBlob } from '../../../utils/settings/held-blobs.ts';
import type { ComposerModel } from '../services/composer-model.ts';

/** The most that the texts attached to one question may have together, in UTF-16 code units: drafts have ten megabytes. */
export const MAX_ATTACHED_LENGTH = 4_000_000;

/** What the user should know of a file: why it was not attached, or how its text was read. */
export type FileNote = { name: string } & (
	| { type: 'refused'; code: FileProblem }
	| { type: 'guessed'; encoding: string }
	| { type: 'damaged'; count: number }
	/** A video whose transcript its reader has not opened. */
	| { type: 'no-transcript' }
	/** Pages of a PDF without text, or that could not be read, by their numbers. */
	| ({ type: 'pages' } & Pick<PdfText, 'pages' | 'blank' | 'broken'>)
);

interface FilesState {
	isReading: boolean;
	/** How far the reading of a PDF is; null while none is read. */
	progress: PdfProgress | null;
	/** The name of the file that was attached last. */
	attached: string | null;
	notes: readonly FileNote[];
	/** The screenshot, as a `data:` address, of which the user is choosing a part; null while there is none. */
	shot: string | null;
}

export interface FileTaker {
	getState(): FilesState;
	subscribe(listener: () => void): () => void;
	/** Reads files and attaches them, one after the other. Never rejects: what fails is in the notes. */
	take(files: readonly File[]): Promise<void>;
	/** Attaches a picture of the tab that the user looks at. Never rejects. */
	takeScreenshot(): Promise<void>;
	/** Takes a picture of that tab for the user to choose a part of it. Never rejects. */
	shootForPart(): Promise<void>;
	/** Attaches the part that was chosen; null for none. Never rejects. */
	takePart(area: Area | null): Promise<void>;
	/** Ends the reading of a PDF. Files behind it are read. */
	cancel(): void;
	/** Adds a note of something that was read elsewhere. */
	tell(note: FileNote): void;
	/** Takes back what was told of something of this name, which has been read again. */
	withdraw(name: string): void;
	dismiss(): void;
}

type Target = Pick<ComposerModel, 'attach' | 'getAttachments' | 'focus'>;

const lengthOf = (attachment: Attachment): number =>
	attachment.type === 'image' ? 0 : attachment.text.length;

/** Tells of pages that are not in the text of a PDF. */
export function tellOfPages(name: string, { pages, blank, broken }: PdfText, tell: FileTaker['tell']): void {
	if (blank.length + broken.length > 0) tell({ type: 'pages', name, pages, blank, broken });
}

export function createFileTaker(composer: Target): FileTaker {
	let state: FilesState = { isReading: false, progress: null, attached: null, notes: [], shot: null };
	const listeners = new Set<() => void>();
	let taking: Promise<void> = Promise.resolve();
	let controller = new AbortController();

	function set(change: Partial<FilesState>): void {
		state = { ...state, ...change };
		for (const listener of listeners) listener();
	}

	function note(added: FileNote): void {
		set({ notes: [...state.notes, added] });
	}

	function requireRoom(length: number): void {
		const attachments = composer.getAttachments();
		if (attachments.length >= MAX_ATTACHMENTS) throw new FileError('too-many');
		const total = attachments.reduce((sum, attachment) => sum + lengthOf(attachment), length);
		if (total > MAX_ATTACHED_LENGTH) throw new FileError('too-much');
	}

	function tellOf({ part: { name }, isGuessed, encoding, unreadable }: TextFile): void {
		if (unreadable > 0) note({ type: 'damaged', name, count: unreadable });
		else if (isGuessed) note({ type: 'guessed', name, encoding });
	}

	async function takeText(file: File): Promise<void> {
		const read = await readTextFile(file);
		requireRoom(read.part.text.length);
		composer.attach(read.part);
		set({ attached: read.part.name });
		tellOf(read);
	}

	async function takePdf(file: File): Promise<void> {
		controller = new AbortController();
		const { signal } = controller;
		const onProgress = (progress: PdfProgress) => set({ progress });
		try {
			const read = await readPdfFile(file, { signal, onProgress, maxLength: MAX_ATTACHED_LENGTH });
			const name = fileNameOf(file.name);
			requireRoom(read.text.length);
			composer.attach({ type: 'file', name, mime: 'application/pdf', text: read.text });
			set({ attached: name });
			tellOfPages(name, read, note);
		} catch (error) {
			if (error !== signal.reason) throw error;
		} finally {
			set({ progress: null });
		}
	}

	async function attachPicture({ url, name, ...size }: Picture): Promise<void> {
		requireRoom(0);
		const blobId = crypto.randomUUID();
		await holdBlob(blobId, url).catch((error: unknown) => {
			throw new FileError('no-room', { cause: error });
		});
		composer.attach({ type: 'image', blobId, ...size, ...(name !== '' && { name }) });
		set({ attached: name || i18n.t('parts.image') });
	}

	async function takeFile(file: File): Promise<void> {
		if (file.type.startsWith('image/')) await attachPicture(await readPicture(file));
		else if (await isPdf(file)) await takePdf(file);
		else await takeText(file);
	}

	function capture(): Promise<string> {
		return captureTab().catch((error: unknown) => {
			throw new FileError('no-capture', { cause: error });
		});
	}

	async function attachShot(url: string, area?: Area): Promise<void> {
		const about = { name: i18n.t('attach.screenshot'), isSharp: true, ...(area && { area }) };
		await attachPicture(await pictureAt(url, about));
	}

	/** What is done with a screenshot, or told of it, has its name. */
	const attemptShot = (work: () => Promise<void>) => attempt(i18n.t('attach.screenshot'), work);

	async function attempt(name: string, work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			console.info('A file was not attached.', error);
			note({ type: 'refused', name, code: error instanceof FileError ? error.code : 'unreadable' });
		}
	}

	/** What is asked for while something is read waits for that. */
	function inTurn(work: () => Promise<void>): Promise<void> {
		taking = taking.then(async () => {
			set({ isReading: true, attached: null, notes: [] });
			await work();
			set({ isReading: false });
			composer.focus();
		});
		return taking;
	}

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		take: (files) =>
			inTurn(async () => {
				for (const file of files) await attempt(fileNameOf(file.name), () => takeFile(file));
			}),
		takeScreenshot: () => inTurn(() => attemptShot(async () => attachShot(await capture()))),
		shootForPart: () => inTurn(() => attemptShot(async () => set({ shot: await capture() }))),
		takePart(area) {
			const { shot } = state;
			set({ shot: null });
			return inTurn(async () => {
				if (shot !== null && area) await attemptShot(() => attachShot(shot, area));
			});
		},
		cancel: () => controller.abort(),
		tell: note,
		withdraw: (name) => set({ notes: state.notes.filter((told) => told.name !== name) }),
		dismiss: () => set({ notes: [] }),
	};
}
