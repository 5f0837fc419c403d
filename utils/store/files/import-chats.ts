import type { StoreContext } from '../database/context.ts';
import { toStoreError } from '../database/store-error.ts';
import { addChat } from './add-chat.ts';
import { ImportError, type ImportFileProblem, type ImportOptions, type ImportOutcome } from './chats-file.ts';
import { type FoundChat, findChats } from './find-chats.ts';
import { readForeignChat } from './foreign/read-foreign.ts';
import { createReport, type Report, type TakenChat } from './import-report.ts';
import { type Document, documentsOf } from './open-documents.ts';
import { fitted, readExportedChat } from './read-chats-file.ts';

/**
 * Adds the chats of files to those that are here. Nothing that is here is changed: a chat that is here already gets the
 * messages that it lacks, and no more. What is broken is left out and told, and so are messages that do not lead back to
 * a first question, or whose id another chat has. Each chat is read and written before the next is read.
 *
 * Rejects with an ImportError when the database refuses, when it is called off, and when a file that stands alone is
 * none; the chats that were added until then stay. Of several files one that is none is told, and the others are taken.
 */
export async function importChats(
	context: StoreContext,
	given: Blob | readonly Blob[],
	{ signal, onProgress }: ImportOptions = {},
): Promise<ImportOutcome> {
	const files = given instanceof Blob ? [given] : given;
	const report = createReport();
	const seen = new Set<string>();
	const documents: Document[] = [];
	let read = 0;
	const onRead = (bytes: number) => {
		read += bytes;
		onProgress?.({ read, total: documents.reduce((sum, { size }) => sum + size, 0) });
	};
	let problem: ImportFileProblem | null = null;

	async function attempt(name: string, work: () => Promise<void>): Promise<void> {
		try {
			await work();
		} catch (error) {
			const known = error instanceof ImportError ? error : null;
			if (!known || !isFileProblem(known.code)) throw error;
			if (files.length === 1 && documents.length <= 1) {
				throw new ImportError(known.code, { outcome: report.outcome(), cause: known.cause });
			}
			problem ??= known.code;
			report.addLine({ code: 'file-problem', name, problem: known.code });
		}
	}

	for (const file of files) {
		await attempt(nameOf(file), async () => {
			documents.push(...(await documentsOf(file, onRead)));
		});
	}
	for (const document of documents) {
		await attempt(document.name, () => takeDocument(document, { context, report, seen, signal }));
	}
	const outcome = report.outcome();
	const isNothing = outcome.added + outcome.extended + outcome.kept === 0;
	if (problem !== null && isNothing) throw new ImportError(problem, { outcome });
	return outcome;
}

function isFileProblem(code: ImportError['code']): code is ImportFileProblem {
	return code === 'unreadable' || code === 'not-json' || code === 'not-chats' || code === 'newer-version';
}

function nameOf(file: Blob): string {
	return file instanceof File ? file.name : '';
}

interface Taking {
	context: StoreContext;
	report: Report;
	/** The ids of the chats that the import has seen. */
	seen: Set<string>;
	signal: AbortSignal | undefined;
}

async function takeDocument(
	{ name, open }: Document,
	{ context, report, seen, signal }: Taking,
): Promise<void> {
	const file = report.forFile(name);
	let place = 0;
	/** Something in it was a chat, or the file says of itself that it is ours. */
	let isKnown = false;
	for await (const found of findChats(open)) {
		if (signal?.aborted) throw new ImportError('cancelled', { outcome: report.outcome() });
		place += 1;
		const taken = read(found, context.now());
		isKnown ||= taken !== null || found.from === 'lockchat';
		if (!taken) file.leaveOut({ code: 'chat-unreadable', name, place });
		else if (seen.has(taken.read.chat.id)) file.leaveOut({ code: 'chat-twice', name: taken.read.chat.title });
		else if (taken.format !== 'lockchat' && taken.read.messages.length === 0) {
			file.leaveOut({ code: 'chat-empty', name: taken.read.chat.title });
		} else {
			seen.add(taken.read.chat.id);
			try {
				file.take(taken, await addChat(context, taken.read));
			} catch (cause) {
				throw new ImportError(toStoreError(cause).code, { outcome: report.outcome(), cause });
			}
		}
	}
	if (isKnown || place === 0) return;
	report.forget(file);
	throw new ImportError('not-chats');
}

function read({ from, value }: FoundChat, now: number): TakenChat | null {
	if (from === 'lockchat') {
		const own = readExportedChat(value);
		return own && { format: 'lockchat', read: own, losses: {} };
	}
	const foreign = readForeignChat(value, now);
	if (!foreign) return null;
	const { format, losses, messages, broken } = foreign;
	return { format, losses, read: fitted(foreign, messages.length + broken) };
}
