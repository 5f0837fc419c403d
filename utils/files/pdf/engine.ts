import type { PDFDocumentLoadingTask } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A PDF that is being opened. `close` ends its worker, also in the middle of a page. */
export interface OpenedPdf {
	task: PDFDocumentLoadingTask;
	close(): void;
}

/** Files of pdf.js as it comes, which `wxt.config.ts` puts beside the pages: to bundle them anew takes minutes. */
const LIBRARY = '/pdfjs/pdf.js';
const WORKER = '/pdfjs/worker.js';
const CMAPS = '/pdfjs/cmaps/';

/**
 * Opens a PDF with pdf.js, in a worker of its own. Nothing is drawn, so no font, picture or script of the PDF is loaded.
 * What the worker does load are the tables that tell which letters the codes of East Asian fonts stand for.
 *
 * @param bytes are given to the worker, and are empty here afterwards
 */
export async function openPdf(bytes: Uint8Array<ArrayBuffer>): Promise<OpenedPdf> {
	const { getDocument, PDFWorker }: typeof import('pdfjs-dist/legacy/build/pdf.mjs') = await import(
		/* @vite-ignore */ LIBRARY
	);
	const thread = new Worker(WORKER, { type: 'module' });
	const worker = PDFWorker.create({ port: thread });
	const task = getDocument({
		data: bytes,
		worker,
		cMapUrl: new URL(CMAPS, location.href).href,
		// pdf.js itself does so for addresses of the web alone.
		useWorkerFetch: true,
		useSystemFonts: true,
		disableFontFace: true,
		isOffscreenCanvasSupported: false,
		isImageDecoderSupported: false,
		useWasm: false,
		verbosity: 0,
	});
	return {
		task,
		close() {
			thread.terminate();
			worker.destroy();
		},
	};
}
