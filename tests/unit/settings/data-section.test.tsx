// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { StoreError } from '../../../utils/store/database/store-error.ts';
import {
	ImportError,
	type ImportErrorCode,
	type ImportOutcome,
	type WriteOptions,
} from '../../../utils/store/files/chats-file.ts';
import type { ChatTransfer } from '../../../utils/store/store.ts';
import { openSettings, resetBrowser } from './open-settings.tsx';

beforeEach(resetBrowser);

const FILE = new File(['{}'], 'lockchat-chats-2026-01-31.json');

const outcomeOf = (changes: Partial<ImportOutcome>): ImportOutcome => ({
	added: 0,
	extended: 0,
	kept: 0,
	skipped: 0,
	lines: [],
	unlisted: 0,
	...changes,
});

/** A database whose chats are in this file, and that takes any file with this outcome. */
function fakeChats({ text = '{}', count = 3, outcome = outcomeOf({ added: 1 }) } = {}) {
	const imported: unknown[] = [];
	const store: ChatTransfer = {
		exportChats: async () => ({ file: new Blob([text]), count }),
		async writeChats(write) {
			await write(text);
			return count;
		},
		async importChats(given) {
			imported.push(given);
			return outcome;
		},
	};
	const loadStore = vi.fn(async () => store);
	return { loadStore, imported };
}

/** The page of a database that refuses. */
const openFailing = (error: Error) =>
	openSettings({}, async () => ({
		exportChats: () => Promise.reject(error),
		writeChats: () => Promise.reject(error),
		importChats: () => Promise.reject(error),
	}));

/** The downloads that the page starts. */
function watchDownloads(): { name: string; url: string }[] {
	const downloads: { name: string; url: string }[] = [];
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
		downloads.push({ name: this.download, url: this.href });
	});
	return downloads;
}

describe('the section of chats', () => {
	it('loads no database until it is used', async () => {
		const { loadStore } = fakeChats();
		const { click } = await openSettings({}, loadStore);
		expect(loadStore).not.toHaveBeenCalled();
		watchDownloads();
		await click('Export all');
		expect(loadStore).toHaveBeenCalledOnce();
	});

	it('exports to a file named after the day, says how many chats are in it, and lets go of it later', async () => {
		vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: new Date(2026, 0, 5, 23, 59) });
		const made = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:of-the-page');
		const revoked = vi.spyOn(URL, 'revokeObjectURL');
		const downloads = watchDownloads();
		const { click, status } = await openSettings({}, fakeChats({ text: '{"a":1}', count: 2 }).loadStore);
		await click('Export all');
		const [file] = made.mock.calls[0] ?? [];
		expect(file instanceof Blob && (await file.text())).toBe('{"a":1}');
		expect(downloads).toEqual([{ name: 'lockchat-chats-2026-01-05.json', url: 'blob:of-the-page' }]);
		expect(status()).toContain('2 chats exported');
		expect(status()).toContain('lockchat-chats-2026-01-05.json');
		expect(revoked).not.toHaveBeenCalled();
		vi.runAllTimers();
		expect(revoked).toHaveBeenCalledWith('blob:of-the-page');
		vi.useRealTimers();
	});

	it('writes no file when there are no chats', async () => {
		const downloads = watchDownloads();
		const { click, status } = await openSettings({}, fakeChats({ count: 0 }).loadStore);
		await click('Export all');
		expect(downloads).toEqual([]);
		expect(status()).toContain('There are no chats yet');
	});

	it('opens the browser’s file dialog with Import', async () => {
		const { click } = await openSettings();
		const opened = vi.spyOn(HTMLInputElement.prototype, 'click');
		await click('Import');
		expect(opened).toHaveBeenCalledOnce();
	});

	it('takes the file that is chosen, also when it is chosen again', async () => {
		const { loadStore, imported } = fakeChats();
		const { chooseFile, status } = await openSettings({}, loadStore);
		await chooseFile(FILE);
		await chooseFile(FILE);
		expect(imported).toEqual([[FILE], [FILE]]);
		expect(status()).toBe('1 chat added');
	});

	it('says that it is at work, and takes no second file meanwhile', async () => {
		let end = (_: ImportOutcome): void => undefined;
		const importChats = vi.fn(
			() =>
				new Promise<ImportOutcome>((resolve) => {
					end = resolve;
				}),
		);
		const store: ChatTransfer = {
			importChats,
			exportChats: async () => ({ file: new Blob(), count: 0 }),
			writeChats: async () => 0,
		};
		const { chooseFile, click, status } = await openSettings({}, async () => store);
		await chooseFile(FILE);
		await click('Export all');
		await chooseFile(FILE);
		expect(status()).toBe('Reading the file…');
		await act(async () => end(outcomeOf({ added: 5 })));
		expect(status()).toBe('5 chats added');
		expect(importChats).toHaveBeenCalledOnce();
	});
});

describe('how far it is', () => {
	it('is shown while chats are written, and Cancel leaves no file', async () => {
		const downloads = watchDownloads();
		const asked: WriteOptions[] = [];
		const store: ChatTransfer = {
			exportChats: async () => ({ file: new Blob(), count: 0 }),
			importChats: async () => outcomeOf({}),
			writeChats: (_, options = {}) =>
				new Promise((_resolve, reject) => {
					asked.push(options);
					options.signal?.addEventListener('abort', () => reject(options.signal?.reason));
				}),
		};
		const { click, status } = await openSettings({}, async () => store);
		await click('Export all');
		await act(async () => asked[0]?.onProgress?.({ done: 1, total: 4 }));
		const bar = document.querySelector('[role=progressbar]');
		expect(bar?.getAttribute('aria-valuenow')).toBe('25');
		expect(bar?.getAttribute('aria-label')).toBe('Writing the file…');
		await click('Cancel');
		expect(status()).toContain('Export cancelled');
		expect(document.activeElement?.textContent).toBe('Export all');
		expect(document.querySelector('[role=progressbar]')).toBeNull();
		expect(downloads).toEqual([]);
	});
});

describe('what an import says', () => {
	it('lists what became of each file and chat, and puts the focus there', async () => {
		const outcome = outcomeOf({
			added: 1,
			lines: [
				{ code: 'file', name: 'a.json', format: 'chatgpt', added: 1, extended: 0, kept: 0 },
				{ code: 'image', name: 'Cats', count: 2 },
				{ code: 'chat-unreadable', name: '', place: 3 },
			],
			unlisted: 4,
		});
		const { chooseFile } = await openSettings({}, fakeChats({ outcome }).loadStore);
		await chooseFile(FILE);
		const list = document.querySelector('[aria-label="What the import did"]');
		expect([...(list?.children ?? [])].map(({ textContent }) => textContent)).toEqual([
			'a.json (ChatGPT) – added: 1, extended: 0, already here: 0',
			'“Cats” – images kept by name only: 2',
			'nameless: chat no. 3 could not be read',
			'Not listed here: 4',
		]);
		expect(document.activeElement).toBe(list);
	});

	it('counts what was there already and what could not be taken', async () => {
		const outcome = outcomeOf({ added: 1, kept: 1, skipped: 2 });
		const { chooseFile, status } = await openSettings({}, fakeChats({ outcome }).loadStore);
		await chooseFile(FILE);
		expect(status()).toContain('1 chat added');
		expect(status()).toContain(
			'1 chat was here already and stays as it is. 2 entries of the file couldn’t be imported.',
		);
	});

	it.each<[ImportErrorCode, string]>([
		['unreadable', 'The file could not be read'],
		['not-json', 'Choose a file that “Export all” has written.'],
		['not-chats', 'There are no Lockchat chats in this file'],
		['newer-version', 'Update Lockchat, then import the file again.'],
		['blocked', 'Close the other windows of Lockchat and try again.'],
		['unavailable', 'The browser keeps no chats here'],
		['failed', 'Reload this page and try again.'],
	])('of %s', async (code, text) => {
		const { chooseFile, status } = await openFailing(new ImportError(code));
		await chooseFile(FILE);
		expect(status()).toContain(text);
	});

	it('of a full disk, with what was added before', async () => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const outcome = outcomeOf({ added: 12, kept: 3 });
		const { chooseFile, status } = await openFailing(
			new ImportError('full', { outcome, cause: new Error() }),
		);
		await chooseFile(FILE);
		expect(status()).toContain('There is no room left on the disk');
		expect(status()).toContain('12 chats were added before that. Make some room and try again.');
	});
});

describe('a database that refuses', () => {
	it.each<[Error, string]>([
		[new StoreError('unavailable'), 'The browser keeps no chats here'],
		[new StoreError('full'), 'There is no room left on the disk'],
		[new Error('The script is gone'), 'Reload this page and try again.'],
	])('is told of when chats are exported: %s', async (error, text) => {
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const downloads = watchDownloads();
		const { click, status } = await openFailing(error);
		await click('Export all');
		expect(status()).toContain(text);
		expect(downloads).toEqual([]);
	});
});
