import { FileError } from '../../../utils/files/file-error.ts';
import { fileNameOf } from '../../../utils/files/file-name.ts';
import { PageError } from '../../../utils/page/read-page.ts';
import { hasOrigin } from '../../../utils/platform/permissions.ts';
import { PdfFetchError } from '../services/fetch-pdf.ts';

const isPdfName = (url: URL): boolean => /\.pdf$/i.test(url.pathname);

/** The name of a PDF's file, by its address. */
export function pdfName(address: string | undefined): string {
	const last = address === undefined ? '' : (new URL(address).pathname.split('/').at(-1) ?? '');
	try {
		return fileNameOf(decodeURIComponent(last));
	} catch {
		return fileNameOf(last);
	}
}

/**
 * The address of the PDF that a tab shows, where its page could not be read because it is one; else null. Chrome tells
 * that it is one. Firefox refuses its viewer in the same words as a page without access, so where there is access it may
 * be one, whatever its address.
 *
 * @param error why the page could not be read
 * @throws {PageError} where it is a PDF that cannot be fetched: a file of this computer
 */
export async function pdfAddress(address: string | undefined, error: unknown): Promise<string | null> {
	if (address === undefined || !(error instanceof PageError)) return null;
	const url = new URL(address);
	const isPdf = error.code === 'pdf' || (isPdfName(url) && error.code !== 'late');
	if (!/^https?:$/.test(url.protocol)) {
		if (isPdf) throw new PageError('pdf-local');
		return null;
	}
	if (isPdf) return address;
	return error.code === 'denied' && (await hasOrigin(address)) ? address : null;
}

/**
 * What to tell of a PDF that could not be fetched.
 *
 * @param unread why the page could not be read, for one that is no PDF
 */
export async function failureOfPdf(refusal: unknown, url: string, unread: unknown): Promise<unknown> {
	if (!(refusal instanceof PdfFetchError)) return refusal;
	if (refusal.why === 'too-large') return new FileError('pdf-too-large');
	const isNamed = isPdfName(new URL(url)) || (unread instanceof PageError && unread.code === 'pdf');
	if (!(await hasOrigin(url))) return isNamed ? new PageError('pdf-denied') : unread;
	return isNamed ? new PageError('pdf-refused') : unread;
}
