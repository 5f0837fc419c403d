import type { Page } from '@playwright/test';
import { test as chromiumTest, expect } from '../harness/chromium.ts';
import type { Listening } from '../harness/listen.ts';
import { relayTo } from '../harness/relay-to.ts';
import { startSelfSigned } from '../harness/self-signed-server.ts';

/** The local server behind https, with a certificate that no browser trusts. */
const test = chromiumTest.extend<{ encrypted: Listening }>({
	encrypted: async ({ server }, use) => {
		const encrypted = await startSelfSigned(relayTo(server.url));
		await use(encrypted);
		await encrypted.close();
	},
});

async function diagnose(page: Page, url: string) {
	await page.getByRole('button', { name: 'Add server' }).click();
	await page.getByRole('textbox', { name: 'Server URL' }).fill(url);
	await page.getByRole('textbox', { name: 'Models' }).fill('gpt-4');
	await page.getByRole('button', { name: 'Diagnose' }).click();
	const region = page.getByRole('region', { name: /^Diagnosis/ });
	return { region, steps: region.getByRole('listitem') };
}

test('the doctor leads from an https server that is not trusted to the browser’s own words about it', async ({
	extension,
	encrypted,
}) => {
	const { steps, region } = await diagnose(await extension.open('options.html'), encrypted.url);
	const { host } = new URL(encrypted.url);
	await expect(steps.nth(1)).toContainText(`${host} does not answer`);
	await expect(steps.nth(1).locator('code')).toHaveText(`curl -i ${encrypted.url}`);
	await expect(steps.nth(3)).toContainText('its certificate is not trusted');
	const [tab] = await Promise.all([
		extension.context.waitForEvent('page'),
		region.getByRole('link', { name: `Open ${host} in a tab` }).click(),
	]);
	await expect(tab.locator('.error-code')).toHaveText('net::ERR_CERT_AUTHORITY_INVALID');
});

test.describe('where the certificate is trusted', () => {
	test.use({ browserArgs: ['--ignore-certificate-errors'] });

	test('the doctor goes through all its steps, TLS among them', async ({ extension, encrypted }) => {
		const { steps } = await diagnose(await extension.open('options.html'), encrypted.url);
		await expect(steps.last()).toContainText('Streamed answer works');
		await expect(steps.nth(3)).toContainText(/Encryption \(TLS\) works/);
	});
});
