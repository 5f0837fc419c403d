import { cleanText } from '../../page/collect/clean-text.ts';
import { FileError } from '../file-error.ts';
import { type OpenedPdf, openPdf } from './engine.ts';
import { textOfPage } from './page-text.ts';

/** The largest PDF that is read, in bytes. */
export const MAX_PDF_BYTES = 50 * 1024 * 1024;

/** How far the reading of a PDF is. `share` is from 0 to 1, and null where the size is not known. */
export type PdfProgress =
	| { step: 'fetching'; share: number | null }
	| { step: 'reading'; page: number; pages: number };

export interface PdfReading {
	/** Ends the reading, which then rejects with the signal's reason. */
	signal: AbortSignal;
	onProgress: (progress: PdfProgress) => void;
	/** The most text that is taken, in UTF-16 code units. */
	maxLength: number;
}

export interface PdfText {
	/** All pages, each under a heading with its number ("## Page 3"). */
	text: string;
	/** As the PDF itself has it; it may be empty. */
	title: string;
	pages: number;
	/** The numbers of the pages in which there is no text: they are empty, or pictures of pages. */
	blank: readonly number[];
	/** The numbers of the pages that cannot be read. */
	broken: readonly number[];
}

/** Whether a file is a PDF by its own account: by its first bytes, its type or its name. */
export async function isPdf(file: File): Promise<boolean> {
	if (/^application\/(?:x-)?pdf\b/i.test(file.type) || /\.pdf$/i.test(file.name)) return true;
	return startsAsPdf(
		await file
			.slice(0, 5)
			.arrayBuffer()
			.catch(() => new ArrayBuffer(0)),
	);
}

const startsAsPdf = (bytes: ArrayBuffer): boolean => new TextDecoder().decode(bytes) === '%PDF-';

/** Reads a PDF from a file. Rejects with a FileError, or as `readPdf` when it is ended. */
export async function readPdfFile(file: File, reading: PdfReading): Promise<PdfText> {
	if (file.size > MAX_PDF_BYTES) throw new FileError('pdf-too-large');
	const bytes = await file.arrayBuffer().catch((error: unknown) => {
		throw new FileError('unreadable', { cause: error });
	});
	return readPdf(new Uint8Array(bytes), reading);
}

/** What pdf.js says of a PDF that it does not open. */
function problemOf(error: unknown): unknown {
	const { name } = Object(error);
	if (name === 'PasswordException') return new FileError('pdf-locked', { cause: error });
	return new FileError('pdf-damaged', { cause: error });
}

/**
 * Reads the text of a PDF page by page.
 *
 * @param bytes are empty afterwards
 * @throws {FileError} `pdf-locked`, `pdf-damaged`, `pdf-scanned` where no page has text, `too-much`
 */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>, reading: PdfReading): Promise<PdfText> {
	if (bytes.length === 0) throw new FileError('empty');
	const { signal } = reading;
	const { task, close } = await openPdf(bytes);
	if (signal.aborted) close();
	signal.throwIfAborted();
	let giveUp = (_: unknown): void => undefined;
	// A page that never ends does not keep the one who gives it up waiting.
	const ended = new Promise<never>((_, reject) => {
		giveUp = () => reject(signal.reason);
		signal.addEventListener('abort', giveUp, { once: true });
	});
	try {
		return await Promise.race([readPages(task, reading), ended]);
	} finally {
		signal.removeEventListener('abort', giveUp);
		close();
	}
}

type Opening = OpenedPdf['task'];

async function readPages(task: Opening, { signal, onProgress, maxLength }: PdfReading): Promise<PdfText> {
	const pdf = await task.promise.catch((error: unknown) => {
		throw problemOf(error);
	});
	const pages = pdf.numPages;
	const blank: number[] = [];
	const broken: number[] = [];
	let text = '';
	for (let page = 1; page <= pages && !signal.aborted; page += 1) {
		onProgress({ step: 'reading', page, pages });
		const words = await readPage(pdf, page);
		if (words === null) broken.push(page);
		else if (words === '') blank.push(page);
		const told = words === null ? '(This page could not be read.)' : words || '(No text on this page.)';
		text += `${text === '' ? '' : '\n\n'}## Page ${page}\n\n${told}`;
		if (text.length > maxLength) throw new FileError('too-much');
	}
	if (broken.length === pages) throw new FileError('pdf-damaged');
	if (blank.length + broken.length === pages) throw new FileError('pdf-scanned');
	return { text, title: await titleOf(pdf), pages, blank, broken };
}

type Pdf = Awaited<Opening['promise']>;

/** Null where the page cannot be read. */
async function readPage(pdf: Pdf, number: number): Promise<string | null> {
	try {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent();
		const text = textOfPage(items, page.view);
		page.cleanup();
		return text;
	} catch (error) {
		console.info(`Page ${number} of a PDF could not be read.`, error);
		return null;
	}
}

const MAX_TITLE_LENGTH = 300;

async function titleOf(pdf: Pdf): Promise<string> {
	const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
	const title: unknown = Reflect.get(info, 'Title');
	if (typeof title !== 'string') return '';
	return cleanText(title).replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE_LENGTH).toWellFormed();
}
