import type { Page } from '@playwright/test';
import type { Endpoint } from '../../../utils/lockchat/types.ts';
import { type ChromiumExtension, expect } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';

declare const chrome: ExtensionApi;

/** What scripts the browser puts into pages for the extension. */
export const registered = async (extension: ChromiumExtension) =>
	(await extension.worker()).evaluate(() => chrome.scripting.getRegisteredContentScripts());

/** Turns the bar on, as the settings leave it, and waits until the browser knows of it. */
export async function turnOn(
	extension: ChromiumExtension,
	endpoints: readonly Endpoint[] = [],
): Promise<void> {
	await extension.seed({ endpoints, preferences: { bar: { where: 'everywhere', sites: [], hidden: [] } } });
	await expect.poll(() => registered(extension)).toHaveLength(1);
}

interface Served {
	body: string;
	headers?: Record<string, string>;
}

/** A page of a site that is made up, in a tab. */
export async function openPage(
	{ context }: ChromiumExtension,
	{ body, headers = {} }: Served,
): Promise<Page> {
	const page = await context.newPage();
	await page.route('**/*', (route) =>
		route.fulfill({
			contentType: 'text/html; charset=utf-8',
			headers,
			body: `<!doctype html><title>On windows</title>${body}`,
		}),
	);
	await page.goto('http://article.test/windows');
	return page;
}
