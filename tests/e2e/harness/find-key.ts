import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

/** Collects every line that pages and background write to their consoles from now on, uncaught errors included. */
export function recordConsole(context: BrowserContext, worker: Worker): string[] {
	const lines: string[] = [];
	context.on('console', (message) => lines.push(message.text()));
	context.on('weberror', (failure) => lines.push(String(failure.error().stack)));
	worker.on('console', (message) => lines.push(message.text()));
	return lines;
}

/** Collects every message that the background posts to windows that are opened from now on. */
export async function recordPorts(context: BrowserContext): Promise<(page: Page) => Promise<string>> {
	await context.addInitScript(() => {
		const received: unknown[] = [];
		Object.assign(window, { received });
		const connect = chrome.runtime.connect.bind(chrome.runtime);
		Object.assign(chrome.runtime, {
			connect(...given: Parameters<typeof connect>) {
				const port = connect(...given);
				port.onMessage.addListener((message: unknown) => void received.push(message));
				return port;
			},
		});
	});
	return (page) => page.evaluate(() => JSON.stringify(Reflect.get(window, 'received')));
}

/** All markup of a page, except for the field in which the key is typed. */
export const readMarkup = (page: Page): Promise<string> =>
	page.evaluate(() => {
		const copy = document.documentElement.cloneNode(true);
		if (!(copy instanceof HTMLElement)) return '';
		const labels = [...copy.querySelectorAll('label')].filter(({ textContent }) => textContent === 'API key');
		for (const { htmlFor } of labels) copy.querySelector(`[id="${htmlFor}"]`)?.remove();
		return copy.outerHTML;
	});

/** Every row and key of every table of every database. */
export const readDatabases = (page: Page): Promise<string> =>
	page.evaluate(async () => {
		const resultOf = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve, reject) => {
				request.addEventListener('success', () => resolve(request.result));
				request.addEventListener('error', () => reject(request.error));
			});
		const found: unknown[] = [];
		for (const { name = '' } of await indexedDB.databases()) {
			const database = await resultOf(indexedDB.open(name));
			for (const table of database.objectStoreNames) {
				const store = database.transaction(table).objectStore(table);
				found.push(name, table, await resultOf(store.getAllKeys()), await resultOf(store.getAll()));
			}
			database.close();
		}
		return JSON.stringify(found);
	});

/** The extension's storage by its areas. The item that holds the keys is given apart from the rest. */
export const readStorage = (page: Page) =>
	page.evaluate(async () => {
		const read = async (area: 'local' | 'session' | 'sync') => {
			const { keys, ...others } = await chrome.storage[area].get(null);
			return { keys: JSON.stringify(keys ?? {}), others: JSON.stringify(others) };
		};
		const ofPage = JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
		return { local: await read('local'), session: await read('session'), sync: await read('sync'), ofPage };
	});
