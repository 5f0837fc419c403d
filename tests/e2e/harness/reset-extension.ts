import type { Page } from '@playwright/test';
import type { ExtensionApi } from './extension-api.ts';
import { startedBefore } from './seed-settings.ts';
import { backgroundOf, type StartedChromium } from './start-chromium.ts';
import { stopWorkers } from './stop-workers.ts';

declare const chrome: ExtensionApi;

/** What the extension keeps in the browser beside its databases, removed in one of its own pages. */
async function forget(): Promise<void> {
	await chrome.storage.local.clear();
	await chrome.storage.sync.clear();
	await chrome.storage.session.clear();
	const rules = await chrome.declarativeNetRequest.getDynamicRules();
	await chrome.declarativeNetRequest.updateDynamicRules({ removeRuleIds: rules.map(({ id }) => id) });
	const documents = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
	if (documents.length > 0) await chrome.offscreen.closeDocument();
	const required = chrome.runtime.getManifest();
	const all = await chrome.permissions.getAll();
	const permissions = all.permissions?.filter((name) => !required.permissions?.includes(name)) ?? [];
	const origins = all.origins?.filter((origin) => !required.host_permissions?.includes(origin)) ?? [];
	if (permissions.length + origins.length > 0) await chrome.permissions.remove({ permissions, origins });
}

/**
 * Makes the extension of a used browser as it is after its first day: no window but the first page, no data, no memory. Its
 * background is a new one; the browser keeps only the menus, which the extension makes when it is installed.
 */
export async function resetExtension({ context, id, firstPage }: StartedChromium): Promise<void> {
	if (firstPage.isClosed()) throw new Error('A test has closed the page that stays open for the next ones.');
	await context.clearPermissions();
	await Promise.all(context.pages().map((page) => (page === firstPage ? null : page.close())));
	// What is forgotten wakes the background, which may have read what the next line removes: so it is stopped twice.
	for (const _ of ['as it was', 'as it woke']) {
		await stopBackground(firstPage);
		await firstPage.evaluate(forget);
	}
	const origin = `chrome-extension://${id}`;
	const session = await context.newCDPSession(firstPage);
	await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
	await session.send('ServiceWorker.enable');
	const next = backgroundOf(context);
	await session.send('ServiceWorker.startWorker', { scopeURL: `${origin}/` });
	await startedBefore(await next);
	await session.detach();
}

async function stopBackground(page: Page): Promise<void> {
	await stopWorkers(await page.context().newCDPSession(page));
}
