import { addEndpoint } from '../harness/add-endpoint.ts';
import { expect, test } from '../harness/chromium.ts';
import { findFreePort } from '../harness/free-port.ts';

test('case 94: a server that does not answer while the local network is denied is told apart from one that is down', async ({
	extension,
}) => {
	const page = await extension.open('options.html');
	const host = `127.0.0.1:${await findFreePort()}`;
	await addEndpoint(page, { name: 'Mine', url: host, models: 'gpt-4' });
	const check = page.getByRole('button', { name: 'Test connection' });
	await check.click();
	await expect(page.getByRole('status')).toContainText(`${host} does not answer`);

	const devTools = await extension.context.newCDPSession(page);
	await devTools.send('Browser.setPermission', {
		permission: { name: 'loopback-network' },
		setting: 'denied',
		origin: `chrome-extension://${extension.id}`,
	});
	await check.click();
	await expect(page.getByRole('status')).toContainText(`The browser keeps Lockchat from ${host}`);
	await expect(page.getByRole('status')).toContainText('“Apps on device”');
});
