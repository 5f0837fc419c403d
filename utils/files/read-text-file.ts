import type { PartOf } from '../chat/schema.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { FileError } from './file-error.ts';
import { fileNameOf } from './file-name.ts';

/** The largest file that is read as text, in bytes: half a million tokens, more than most models read at once. */
export const MAX_TEXT_FILE_BYTES = 2 * 1024 * 1024;

const MAX_MIME_LENGTH = 100;

export interface TextFile extends Pick<DecodedText, 'encoding' | 'isGuessed' | 'unreadable'> {
	part: PartOf<'file'>;
}

/** Reads a file that the user has chosen as text, whole. Rejects with a FileError. */
export async function readTextFile(file: File): Promise<TextFile> {
	if (file.size > MAX_TEXT_FILE_BYTES) throw new FileError('too-large');
	const bytes = await bytesOf(file);
	if (bytes.length === 0) throw new FileError('empty');
	const decoded = decodeText(bytes);
	if (!decoded) throw new FileError('binary');
	const { text, ...how } = decoded;
	if (text.trim() === '') throw new FileError('empty');
	const mime = file.type.slice(0, MAX_MIME_LENGTH).toWellFormed() || 'text/plain';
	return { part: { type: 'file', name: fileNameOf(file.name), mime, text }, ...how };
}

/** A folder that is dropped is a file, too, and cannot be read. So is one that was deleted since it was chosen. */
async function bytesOf(file: File): Promise<Uint8Array> {
	try {
		return new Uint8Array(await file.arrayBuffer());
	} catch (error) {
		throw new FileError('unreadable', { cause: error });
	}
}
