/** Writes chats to a file, and reads them from one. Neither function rejects: the notice says what came of it. */

import { StoreError } from '../../utils/store/database/store-error.ts';
import { ImportError } from '../../utils/store/files/chats-file.ts';
import { datedName, downloadFile } from '../ui/download-file.ts';
import type { ChatsNotice } from './notice.ts';
import type { SettingsServices } from './settings-context.ts';
import type { SettingsStore } from './settings-store.ts';

type Services = Pick<SettingsServices, 'store' | 'loadStore' | 'client'>;

function say(store: SettingsStore, chats: ChatsNotice): void {
	store.set({ notice: { type: 'chats', chats } });
}

/** Whether an export or an import goes on. A second click does nothing then. */
function isBusy(store: SettingsStore): boolean {
	const { notice } = store.getState();
	return notice?.type === 'chats' && (notice.chats.type === 'exporting' || notice.chats.type === 'importing');
}

export async function exportAll({ store, loadStore, client }: Services): Promise<void> {
	if (isBusy(store)) return;
	say(store, { type: 'exporting' });
	try {
		const { file, count } = await (await loadStore()).exportChats(undefined, await client.getUnsaved());
		if (count === 0) {
			say(store, { type: 'nothing-to-export' });
			return;
		}
		const name = datedName('lockchat-chats', new Date());
		downloadFile(file, name);
		say(store, { type: 'exported', count, fileName: name });
	} catch (error) {
		console.error('The chats could not be exported.', error);
		say(store, { type: 'not-exported', code: error instanceof StoreError ? error.code : 'failed' });
	}
}

export async function importFile(
	{ store, loadStore }: Pick<Services, 'store' | 'loadStore'>,
	file: Blob,
): Promise<void> {
	if (isBusy(store)) return;
	say(store, { type: 'importing' });
	try {
		say(store, { type: 'imported', outcome: await (await loadStore()).importChats(file) });
	} catch (error) {
		const problem = error instanceof ImportError ? error : new ImportError('failed', { cause: error });
		// An error without a cause means a wrong file. The user is told of that, and the console need not be.
		if (problem.cause !== undefined) console.error('The file could not be imported.', problem);
		say(store, { type: 'not-imported', code: problem.code, outcome: problem.outcome });
	}
}
