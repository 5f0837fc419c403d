import type { ReadSelection } from '../../../utils/page/collect/read-selection.ts';
import type { ExtensionApi } from './extension-api.ts';

declare const chrome: ExtensionApi;

/**
 * What our script reads of the selection in the top document of the page of this address. It runs in a page of the
 * extension.
 */
export async function readInTab(address: string): Promise<ReadSelection> {
	const [tab] = (await chrome.tabs.query({})).filter(({ url }) => url === address);
	const target = { tabId: tab?.id ?? 0 };
	const [read] = await chrome.scripting.executeScript({ target, files: ['/read-selection.js'] });
	return Object(read).result;
}
