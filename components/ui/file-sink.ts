import { downloadFile } from './download-file.ts';

/** Where a file is written, piece by piece. */
export interface FileSink {
	write(text: string): Promise<void>;
	/** The file is complete. */
	finish(): Promise<void>;
	/** The file is given up, and leaves no trace. */
	discard(): Promise<void>;
}

/** What browsers have that let the user choose a place to write to; of today's, Chromium's. */
interface Picker {
	showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle & Removable>;
}

interface Removable {
	remove?: () => Promise<void>;
}

const hasPicker = (page: object): page is Picker => 'showSaveFilePicker' in page;

/** A file of more bytes than this is better written straight to its place than gathered for a download. */
const LARGE = 64_000_000;

/**
 * A small file is downloaded. What may become a large one is written where the user says, where the browser can; else it
 * is gathered in Blobs, which the browser keeps outside of this page's memory, and then downloaded.
 * Call it in answer to a click. Null when the user chose no place.
 */
export async function openFileSink(name: string): Promise<FileSink | null> {
	if (!hasPicker(window)) return downloadSink(name);
	const { usage = 0 } = await navigator.storage.estimate().catch((): StorageEstimate => ({}));
	if (usage < LARGE) return downloadSink(name);
	try {
		return await diskSink(await window.showSaveFilePicker({ suggestedName: name }));
	} catch (error) {
		if (error instanceof DOMException && error.name === 'AbortError') return null;
		// The click is too long ago, or a policy forbids it.
		if (error instanceof DOMException && error.name === 'SecurityError') return downloadSink(name);
		throw error;
	}
}

function downloadSink(name: string): FileSink {
	let pieces: Blob[] = [];
	return {
		async write(text) {
			pieces.push(new Blob([text]));
		},
		async finish() {
			downloadFile(new Blob(pieces, { type: 'application/json' }), name);
		},
		async discard() {
			pieces = [];
		},
	};
}

async function diskSink(handle: FileSystemFileHandle & Removable): Promise<FileSink> {
	// The browser makes an empty file as soon as its place is chosen, and replaces an older one only at the end.
	const isNew = (await handle.getFile()).size === 0;
	const writable = await handle.createWritable();
	return {
		write: (text) => writable.write(text),
		finish: () => writable.close(),
		async discard() {
			await writable.abort().catch(() => undefined);
			if (isNew) await handle.remove?.();
		},
	};
}
