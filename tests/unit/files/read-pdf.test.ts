// @vitest-environment node
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isPdf, type PdfProgress, readPdf, readPdfFile } from '../../../utils/files/pdf/read-pdf.ts';
import { type MadePdf, makePdf } from '../../make-pdf.ts';

// pdf.js wants what Node 20 lacks and every browser has. In Node it runs on the same thread.
Promise.withResolvers ??= function withResolvers<T>() {
	let resolve: PromiseWithResolvers<T>['resolve'] = () => undefined;
	let reject: PromiseWithResolvers<T>['reject'] = () => undefined;
	const promise = new Promise<T>((one, other) => {
		resolve = one;
		reject = other;
	});
	return { promise, resolve, reject };
};
/** The page at which pdf.js fails; 0 for none. */
const failing = vi.hoisted(() => ({ page: 0 }));
vi.mock('../../../utils/files/pdf/engine.ts', async () => {
	const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
	const cMapUrl = new URL('../../../node_modules/pdfjs-dist/cmaps/', import.meta.url).pathname;
	return {
		async openPdf(data: Uint8Array) {
			const task = getDocument({ data, cMapUrl, useSystemFonts: true, verbosity: 0 });
			const opened = task.promise.then((pdf) => {
				const { getPage } = pdf;
				pdf.getPage = async (number) => {
					if (number === failing.page) throw new Error('This page is broken.');
					return getPage.call(pdf, number);
				};
				return pdf;
			});
			return { task: { promise: opened }, close: () => void task.destroy() };
		},
	};
});

afterEach(() => {
	failing.page = 0;
});

const NOBODY = { signal: new AbortController().signal, onProgress: () => undefined, maxLength: 10_000 };
const bytesOf = (pdf: MadePdf) => new Uint8Array(makePdf(pdf));
const file = (bytes: BlobPart, name = 'a.pdf', type = '') => new File([bytes], name, { type });

describe('case 246: the text of a PDF', () => {
	it('comes page by page, each under its number, and how far that is is told', async () => {
		const told: PdfProgress[] = [];
		const pages = [{ lines: ['One (1)', 'two'] }, {}, { lines: ['Three'] }];
		const read = await readPdf(bytesOf({ pages, title: 'A  title' }), {
			...NOBODY,
			onProgress: (progress) => told.push(progress),
		});
		expect(read).toEqual({
			text: '## Page 1\n\nOne (1)\ntwo\n\n## Page 2\n\n(No text on this page.)\n\n## Page 3\n\nThree',
			title: 'A title',
			pages: 3,
			blank: [2],
			broken: [],
		});
		expect(told).toEqual([1, 2, 3].map((page) => ({ step: 'reading', page, pages: 3 })));
	});

	it('has paragraphs, and leaves out what stands outside of the page, is too small to be read, or shows nothing', async () => {
		const drawn = [
			'BT /F1 12 Tf 20 200 Td (Far below) Tj ET',
			'BT /F1 12 Tf 5000 200 Td (Outside) Tj ET',
			'BT /F1 12 Tf 20 -300 Td (Below) Tj ET',
			'BT /F1 0.2 Tf 20 180 Td (Tiny) Tj ET',
		].join('\n');
		const { text } = await readPdf(bytesOf({ pages: [{ lines: ['First', 'line'], drawn }] }), NOBODY);
		expect(text).toBe('## Page 1\n\nFirst\nline\n\nFar below');
	});

	it('is read where East Asian letters stand as codes without a font', async () => {
		const codes = Buffer.from('中文', 'utf16le').swap16().toString('hex');
		const drawn = `BT /F2 12 Tf 20 300 Td <${codes}> Tj ET`;
		expect((await readPdf(bytesOf({ pages: [{ drawn }] }), NOBODY)).text).toBe('## Page 1\n\n中文');
	});

	it('is taken without the pages that cannot be read, which are told', async () => {
		failing.page = 2;
		const pages = [{ lines: ['One'] }, { lines: ['Two'] }, { lines: ['Three'] }];
		const read = await readPdf(bytesOf({ pages }), NOBODY);
		expect(read).toMatchObject({ pages: 3, blank: [], broken: [2] });
		expect(read.text).toContain('## Page 2\n\n(This page could not be read.)\n\n## Page 3\n\nThree');
	});

	it('is not waited for once the user has cancelled', async () => {
		const controller = new AbortController();
		const onProgress = vi.fn(() => controller.abort());
		const pages = [{ lines: ['One'] }, { lines: ['Two'] }];
		const reading = readPdf(bytesOf({ pages }), { ...NOBODY, onProgress, signal: controller.signal });
		await expect(reading).rejects.toThrow('aborted');
		expect(onProgress).toHaveBeenCalledTimes(1);
	});
});

describe('case 247: a PDF is refused', () => {
	const whole = makePdf({ pages: [{ lines: ['Whole'] }] });
	it.each([
		['pdf-locked', 'where it has a password', makePdf({ pages: [{ lines: ['Secret'] }], isLocked: true })],
		['pdf-scanned', 'where it is made of pictures', makePdf({ pages: [{}, { drawn: '0 0 9 9 re f' }] })],
		['pdf-damaged', 'where it is cut off', whole.subarray(0, 300)],
		['pdf-damaged', 'where it is something else', Buffer.from('MZ, and no PDF')],
		[
			'too-much',
			'where it has too much text',
			makePdf({ pages: Array.from({ length: 200 }, () => ({ lines: ['x'.repeat(60)] })) }),
		],
		['empty', 'where there is nothing in it', Buffer.alloc(0)],
	])('as %s %s', async (code, _, bytes) => {
		await expect(readPdfFile(file(bytes), NOBODY)).rejects.toMatchObject({ code });
	});

	it('where none of its pages can be read', async () => {
		failing.page = 1;
		await expect(readPdfFile(file(whole), NOBODY)).rejects.toMatchObject({ code: 'pdf-damaged' });
	});

	it('where it is too large, before it is read', async () => {
		const huge = Object.defineProperty(file('%PDF-'), 'size', { value: 50 * 1024 * 1024 + 1 });
		await expect(readPdfFile(huge, NOBODY)).rejects.toMatchObject({ code: 'pdf-too-large' });
	});
});

describe('case 246: a file is taken for a PDF', () => {
	it.each([
		['by its name', file('x', 'Report.PDF'), true],
		['by its type', file('x', 'report', 'application/pdf'), true],
		['by its first bytes', file('%PDF-1.7\n', 'download'), true],
		['not by words further on', file('It begins with %PDF-', 'notes.txt'), false],
	])('%s', async (_, given, is) => expect(await isPdf(given)).toBe(is));
});
