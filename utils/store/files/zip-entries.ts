/**
 * The files in a ZIP archive, read by what browsers have (`DecompressionStream`): the directory first, which stands at
 * the end, and of the archive's files only those that are asked for, as streams.
 * Format: APPNOTE.TXT 6.3.10 of PKWARE; with ZIP64, without encryption and archives in several pieces.
 */

export interface ZipEntry {
	name: string;
	/** In bytes, once unpacked; as the directory says. */
	size: number;
	open(): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
}

/** The archive is damaged, or packed in a way that no browser unpacks. */
class ZipError extends Error {
	override readonly name = 'ZipError';
}

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const END_SIZE = 22;
const LOCATOR_64_SIZE = 20;
const END_64_SIZE = 56;
const CENTRAL_SIZE = 46;
const LOCAL_SIZE = 30;
const MAX_COMMENT = 0xffff;
/** The directory of an archive with some 100,000 files; a longer one is refused before it is read. */
const MAX_DIRECTORY_BYTES = 64_000_000;
/** A field of 32 bits that is full: the true number stands in the ZIP64 field. */
const FULL = 0xffffffff;
const ZIP64_FIELD = 1;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;

/** Whether the file begins as a ZIP archive does, also as one with nothing in it. */
export async function isZip(file: Blob): Promise<boolean> {
	const start = await view(file, 0, 4);
	if (start.byteLength < 4) return false;
	const signature = start.getUint32(0, true);
	return signature === LOCAL_HEADER || signature === END;
}

/** The directory of the archive, without its folders. Rejects with a ZipError. */
export async function readZip(file: Blob): Promise<ZipEntry[]> {
	const { offset, size } = await findDirectory(file);
	if (size > MAX_DIRECTORY_BYTES || offset + size > file.size)
		throw new ZipError('It has no sound directory.');
	const directory = await view(file, offset, size);
	const entries: ZipEntry[] = [];
	for (let at = 0; at + CENTRAL_SIZE <= directory.byteLength; ) {
		if (directory.getUint32(at, true) !== CENTRAL_HEADER) break;
		const nameLength = directory.getUint16(at + 28, true);
		const extraLength = directory.getUint16(at + 30, true);
		const next = at + CENTRAL_SIZE + nameLength + extraLength + directory.getUint16(at + 32, true);
		if (next > directory.byteLength) throw new ZipError('Its directory is cut off.');
		const entry = readEntry(file, { directory, at, nameLength, extraLength });
		if (!entry.name.endsWith('/')) entries.push(entry);
		at = next;
	}
	return entries;
}

async function findDirectory(file: Blob): Promise<{ offset: number; size: number }> {
	const start = Math.max(0, file.size - END_SIZE - MAX_COMMENT - LOCATOR_64_SIZE);
	const tail = await view(file, start, file.size - start);
	let at = tail.byteLength - END_SIZE;
	while (at >= 0 && tail.getUint32(at, true) !== END) at -= 1;
	if (at < 0) throw new ZipError('It has no directory.');
	const size = tail.getUint32(at + 12, true);
	const offset = tail.getUint32(at + 16, true);
	const locator = at - LOCATOR_64_SIZE;
	const is64 = (size === FULL || offset === FULL) && locator >= 0;
	if (!is64 || tail.getUint32(locator, true) !== LOCATOR_64) return { offset, size };
	const end = await view(file, Number(tail.getBigUint64(locator + 8, true)), END_64_SIZE);
	if (end.byteLength < END_64_SIZE || end.getUint32(0, true) !== END_64)
		throw new ZipError('It has no directory.');
	return { size: Number(end.getBigUint64(40, true)), offset: Number(end.getBigUint64(48, true)) };
}

interface CentralHeader {
	directory: DataView<ArrayBuffer>;
	/** Where the entry begins in the directory. */
	at: number;
	nameLength: number;
	extraLength: number;
}

function readEntry(file: Blob, { directory, at, nameLength, extraLength }: CentralHeader): ZipEntry {
	const nameAt = at + CENTRAL_SIZE;
	const name = new TextDecoder().decode(new Uint8Array(directory.buffer, nameAt, nameLength));
	const wide = readWideFields(directory, nameAt + nameLength, extraLength);
	/** The fields stand in this order in ZIP64, and only those that are full. */
	const numberAt = (place: number) => {
		const number = directory.getUint32(place, true);
		return number === FULL ? (wide.shift() ?? number) : number;
	};
	const size = numberAt(at + 24);
	const packedSize = numberAt(at + 20);
	const offset = numberAt(at + 42);
	const method = directory.getUint16(at + 10, true);
	const isEncrypted = (directory.getUint16(at + 8, true) & ENCRYPTED) !== 0;

	async function open(): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
		if (isEncrypted || (method !== STORED && method !== DEFLATED))
			throw new ZipError('It cannot be unpacked.');
		const local = await view(file, offset, LOCAL_SIZE);
		if (local.byteLength < LOCAL_SIZE || local.getUint32(0, true) !== LOCAL_HEADER) {
			throw new ZipError('An entry is not where the directory says.');
		}
		const dataAt = offset + LOCAL_SIZE + local.getUint16(26, true) + local.getUint16(28, true);
		const packed = file.slice(dataAt, dataAt + packedSize).stream();
		return method === STORED ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
	}

	return { name, size, open };
}

/** The numbers of 64 bits in the entry's ZIP64 field, in their order. */
function readWideFields(directory: DataView, start: number, length: number): number[] {
	for (let at = start; at + 4 <= start + length; ) {
		const size = directory.getUint16(at + 2, true);
		if (directory.getUint16(at, true) === ZIP64_FIELD) {
			const count = Math.floor(Math.min(size, start + length - at - 4) / 8);
			return Array.from({ length: count }, (_, place) =>
				Number(directory.getBigUint64(at + 4 + place * 8, true)),
			);
		}
		at += 4 + size;
	}
	return [];
}

async function view(file: Blob, start: number, length: number): Promise<DataView<ArrayBuffer>> {
	return new DataView(await file.slice(start, start + length).arrayBuffer());
}
