import { ImportError } from './chats-file.ts';
import type { OpenDocument } from './find-chats.ts';
import { isZip, readZip, type ZipEntry } from './zip-entries.ts';

/** A JSON document: a file, or one in an archive. */
export interface Document {
	name: string;
	/** In bytes. */
	size: number;
	open: OpenDocument;
}

/**
 * The documents that may have chats in a file: itself or, of an archive, those that are named after conversations, as
 * ChatGPT and Claude name them, or else all that are JSON. Rejects with an ImportError.
 *
 * @param onRead is told of bytes as they are read
 */
export async function documentsOf(file: Blob, onRead: (bytes: number) => void): Promise<Document[]> {
	const counted = (open: OpenDocument): OpenDocument => {
		let hasBegun = false;
		return async () => {
			const stream = await open();
			// A document that is read a second time is not counted again.
			if (hasBegun) return stream;
			hasBegun = true;
			return stream.pipeThrough(
				new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
					transform(bytes, controller) {
						onRead(bytes.length);
						controller.enqueue(bytes);
					},
				}),
			);
		};
	};
	const entries = await entriesOf(file);
	if (!entries) {
		const name = file instanceof File ? file.name : '';
		return [{ name, size: file.size, open: counted(async () => file.stream()) }];
	}
	const documents = pick(entries);
	if (documents.length === 0) throw new ImportError('not-chats');
	return documents.map(({ name, size, open }) => ({ name, size, open: counted(open) }));
}

/** Null where it is no archive. */
async function entriesOf(file: Blob): Promise<ZipEntry[] | null> {
	try {
		return (await isZip(file)) ? await readZip(file) : null;
	} catch (cause) {
		throw new ImportError('unreadable', { cause });
	}
}

function pick(entries: readonly ZipEntry[]): ZipEntry[] {
	const json = entries.filter(({ name }) => /\.json$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name));
	const named = json.filter(({ name }) => /(^|\/)conversations(-\d+)?\.json$/i.test(name));
	const picked = named.length > 0 ? named : json;
	return picked.sort((a, b) => (a.name < b.name ? -1 : 1));
}
