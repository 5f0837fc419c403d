/** Writes chats to a file, and reads them from some. Neither function rejects: the notice says what came of it. */

import { StoreError } from '../../../utils/store/database/store-error.ts';
import { ImportError, type ImportOutcome } from '../../../utils/store/files/chats-file.ts';
import { datedName } from '../../ui/download-file.ts';
import { type FileSink, openFileSink } from '../../ui/file-sink.ts';
import type { ChatsNotice } from '../draft/notice.ts';
import type { SettingsServices } from '../draft/settings-context.ts';
import type { SettingsStore } from '../draft/settings-store.ts';

type Services = Pick<SettingsServices, 'store' | 'loadStore' | 'client'>;

export interface MoveOptions {
	signal: AbortSignal;
	/** A share from 0 to 1. */
	onProgress: (share: number) => void;
}

function say(store: SettingsStore, chats: ChatsNotice): void {
	store.set({ notice: { type: 'chats', chats } });
}

/** True while an export or an import goes on: a second click then does nothing. */
export function isMoving(store: SettingsStore): boolean {
	const { notice } = store.getState();
	return notice?.type === 'chats' && (notice.chats.type === 'exporting' || notice.chats.type === 'importing');
}

export async function exportAll(services: Services, { signal, onProgress }: MoveOptions): Promise<void> {
	const { store } = services;
	const name = datedName('lockchat-chats', new Date());
	say(store, { type: 'exporting' });
	let sink: FileSink | null = null;
	try {
		sink = await openFileSink(name);
		if (!sink) return say(store, { type: 'export-cancelled' });
		const count = await writeAll(services, sink, { signal, onProgress });
		if (count > 0) await sink.finish();
		else await sink.discard();
		say(store, count > 0 ? { type: 'exported', count, fileName: name } : { type: 'nothing-to-export' });
	} catch (error) {
		await sink?.discard().catch((trace: unknown) => console.error('A file was left behind.', trace));
		if (signal.aborted) return say(store, { type: 'export-cancelled' });
		console.error('The chats could not be exported.', error);
		// The file system speaks in exceptions of the browser's, the database in errors of ours.
		if (error instanceof DOMException) say(store, { type: 'not-written', detail: error.message });
		else say(store, { type: 'not-exported', code: error instanceof StoreError ? error.code : 'failed' });
	}
}

async function writeAll(
	{ loadStore, client }: Services,
	sink: FileSink,
	{ signal, onProgress }: MoveOptions,
): Promise<number> {
	const [chats, unsaved] = await Promise.all([loadStore(), client.getUnsaved()]);
	return chats.writeChats((text) => sink.write(text), {
		unsaved,
		signal,
		onProgress: ({ done, total }) => onProgress(done / total),
	});
}

/** Returns what it did, also when it ended early. */
export async function importFiles(
	{ store, loadStore }: Pick<Services, 'store' | 'loadStore'>,
	files: readonly File[],
	{ signal, onProgress }: MoveOptions,
): Promise<ImportOutcome> {
	say(store, { type: 'importing' });
	try {
		const chats = await loadStore();
		const outcome = await chats.importChats(files, {
			signal,
			onProgress: ({ read, total }) => onProgress(total > 0 ? Math.min(1, read / total) : 1),
		});
		say(store, { type: 'imported', outcome });
		return outcome;
	} catch (error) {
		const problem = error instanceof ImportError ? error : new ImportError('failed', { cause: error });
		// An error without a cause means a wrong file. The user is told of that, and the console need not be.
		if (problem.cause !== undefined) console.error('The file could not be imported.', problem);
		say(store, { type: 'not-imported', code: problem.code, outcome: problem.outcome });
		return problem.outcome;
	}
}
