import '../components/fake-texts.ts';

import { act } from 'react';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { SettingsPage } from '../../../components/settings/page/settings-page.tsx';
import type { ServerEndpoint } from '../../../utils/providers/server-endpoint.ts';
import { endpoints } from '../../../utils/settings/endpoints.ts';
import type { ChatTransfer } from '../../../utils/store/store.ts';
import { createFakeClient, type FakeServer } from './fake-client.ts';
import { renderPage } from './render-page.tsx';

export const SERVER = 'http://127.0.0.1:8976';
export const STORED: ServerEndpoint = {
	kind: 'server',
	id: 'e1',
	name: 'First',
	url: SERVER,
	models: ['one', 'two'],
	supportsStream: true,
	needsAuth: false,
};

/** The browser's permissions, as the user answers its prompt. */
export function permit(answer: boolean) {
	const request = vi.fn(async () => answer);
	const remove = vi.fn(async () => true);
	Object.assign(fakeBrowser.permissions, { request, remove });
	return { request, remove };
}

/** An empty storage, a user who allows nothing, and no rules. */
export function resetBrowser(): void {
	fakeBrowser.reset();
	const rules = { getDynamicRules: async () => [], updateDynamicRules: vi.fn(async () => undefined) };
	Object.assign(fakeBrowser, { declarativeNetRequest: rules });
	Object.assign(fakeBrowser.runtime, { getURL: (path: string) => `chrome-extension://abcdef${path}` });
	permit(false);
}

const noChats = (): Promise<ChatTransfer> => Promise.reject(new Error('This page has no chats.'));

/** The settings page with these servers in reach, and this database of chats. */
export async function openSettings(servers: Record<string, FakeServer> = {}, loadStore = noChats) {
	const client = createFakeClient(servers);
	const page = await renderPage(<SettingsPage client={client} loadStore={loadStore} />);
	const openRow = (name: string) =>
		act(async () => {
			const rows = [...document.querySelectorAll<HTMLButtonElement>('button[aria-expanded]')];
			const row = rows.find(({ textContent }) => textContent?.startsWith(name));
			if (!row) throw new Error(`There is no endpoint ${name} in ${page.text()}`);
			row.click();
		});
	return { client, openRow, ...page };
}

/** With one stored endpoint, opened for editing. */
export async function openFirst(servers: Record<string, FakeServer> = {}) {
	await endpoints.setValue([STORED]);
	const page = await openSettings(servers);
	await page.openRow('First');
	return page;
}
