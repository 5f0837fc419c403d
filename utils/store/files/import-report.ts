import type { Added } from './add-chat.ts';
import type { FileFormat, ImportLine, ImportOutcome } from './chats-file.ts';
import type { Losses, LossKind } from './foreign/foreign-chat.ts';
import type { ReadChat } from './read-chats-file.ts';

/** More lines than anybody reads. What is beyond is counted only. */
const MAX_LINES = 500;
const LOSS_KINDS: readonly LossKind[] = ['image', 'attachment', 'audio', 'content'];

/** A chat of a file, and what of it could not be carried over. */
export interface TakenChat {
	format: FileFormat;
	read: ReadChat;
	losses: Losses;
}

/** Notes what becomes of one file. */
interface FileReport {
	/** A chat that was not taken. */
	leaveOut(line: ImportLine): void;
	take(taken: TakenChat, added: Added): void;
}

export interface Report {
	forFile(name: string): FileReport;
	/** Takes back all that was noted of a file. */
	forget(file: FileReport): void;
	addLine(line: ImportLine): void;
	outcome(): ImportOutcome;
}

interface Notes {
	name: string;
	format: FileFormat | null;
	added: number;
	extended: number;
	kept: number;
	skipped: number;
	lines: ImportLine[];
	unlisted: number;
}

/** Gathers what an import did: a line for each file, and one for each thing that somebody may want to know of a chat. */
export function createReport(): Report {
	const files = new Map<FileReport, Notes>();
	const others: ImportLine[] = [];

	function forFile(name: string): FileReport {
		const notes: Notes = {
			name,
			format: null,
			added: 0,
			extended: 0,
			kept: 0,
			skipped: 0,
			lines: [],
			unlisted: 0,
		};
		const say = (line: ImportLine) => {
			if (notes.lines.length < MAX_LINES) notes.lines.push(line);
			else notes.unlisted += 1;
		};
		const file: FileReport = {
			leaveOut(line) {
				notes.skipped += 1;
				say(line);
			},
			take({ format, read: { chat, cutCount }, losses }, { isNew, addedCount, leftCount }) {
				notes.format = format;
				notes.skipped += leftCount;
				if (isNew) notes.added += 1;
				else if (addedCount > 0) notes.extended += 1;
				else notes.kept += 1;
				const name = chat.title;
				if (!isNew && addedCount > 0) say({ code: 'messages-added', name, count: addedCount });
				if (leftCount > 0) say({ code: 'messages-left', name, count: leftCount });
				if (addedCount === 0) return;
				if (cutCount > 0) say({ code: 'messages-cut', name, count: cutCount });
				for (const kind of LOSS_KINDS) {
					const count = losses[kind];
					if (count !== undefined) say({ code: kind, name, count });
				}
			},
		};
		files.set(file, notes);
		return file;
	}

	return {
		forFile,
		forget: (file) => files.delete(file),
		addLine: (line) => others.push(line),
		outcome() {
			const outcome: ImportOutcome = { added: 0, extended: 0, kept: 0, skipped: 0, lines: [], unlisted: 0 };
			for (const { name, format, lines, ...counts } of files.values()) {
				for (const key of ['added', 'extended', 'kept', 'skipped', 'unlisted'] as const) {
					outcome[key] += counts[key];
				}
				const { added, extended, kept } = counts;
				if (format) outcome.lines.push({ code: 'file', name, format, added, extended, kept });
				outcome.lines.push(...lines);
			}
			outcome.lines.push(...others);
			return outcome;
		},
	};
}
