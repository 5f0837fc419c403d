import { expect, type Page } from '@playwright/test';

/** What a person types for one endpoint. */
export interface TypedEndpoint {
	name: string;
	url: string;
	apiKey?: string;
	/** As they are typed: separated by commas. */
	models: string;
}

/** Sets an endpoint up in the options page as a person does, and waits until it is saved. */
export async function addEndpoint(page: Page, { name, url, apiKey, models }: TypedEndpoint): Promise<void> {
	await page.getByRole('button', { name: 'Add server' }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill(name);
	await page.getByRole('textbox', { name: 'Server URL' }).fill(url);
	if (apiKey !== undefined) await page.getByRole('textbox', { name: 'API key' }).fill(apiKey);
	await page.getByRole('textbox', { name: 'Models' }).fill(models);
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('status')).toContainText('Saved');
}
