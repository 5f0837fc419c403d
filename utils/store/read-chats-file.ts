import * as v from 'valibot';
import { FILE_FORMAT, FILE_VERSION, MAX_FILE_BYTES } from './chats-file.ts';
import { ImportError } from './import-error.ts';

const head = v.object({
	format: v.literal(FILE_FORMAT),
	version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const body = v.object({ chats: v.array(v.unknown()) });

/** The chats of a file as they stand in it, not looked at yet. Rejects with an ImportError. */
export async function readChatsFile(file: Blob): Promise<readonly unknown[]> {
	if (file.size > MAX_FILE_BYTES) throw new ImportError('too-large');
	const document = parse(await textOf(file));
	const known = v.safeParse(head, document);
	if (!known.success) throw new ImportError('not-chats');
	if (known.output.version > FILE_VERSION) throw new ImportError('newer-version');
	const read = v.safeParse(body, document);
	if (!read.success) throw new ImportError('not-chats');
	return read.output.chats;
}

async function textOf(file: Blob): Promise<string> {
	try {
		return await file.text();
	} catch (cause) {
		throw new ImportError('unreadable', { cause });
	}
}

/** The browser's own error would quote the file, so it is not carried along. */
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ImportError('not-json');
	}
}
