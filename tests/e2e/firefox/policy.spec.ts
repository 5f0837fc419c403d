import { expect, test } from '../harness/firefox.ts';

/** What every page of the extension may do; see wxt.config.ts. */
const POLICY =
	"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; worker-src 'self'; base-uri 'none'; form-action 'none'";

test('no page of the extension can connect anywhere, by a policy that stands before all else in it', async ({
	extension: { open },
	server,
}) => {
	for (const name of ['popup.html', 'sidepanel.html', 'options.html']) {
		const page = await open(name);
		await page.waitForSelector('button');
		const head = await page.$eval('head > :first-child', (meta) => [
			meta.getAttribute('http-equiv'),
			meta.getAttribute('content'),
		]);
		expect(head).toEqual(['Content-Security-Policy', POLICY]);

		const url = `${server.url}/v1/models`;
		const [refusal, outcome] = await page.evaluate(
			(address) =>
				Promise.all([
					new Promise<string>((resolve) =>
						document.addEventListener(
							'securitypolicyviolation',
							({ effectiveDirective, blockedURI, disposition }) =>
								resolve(`${effectiveDirective} ${blockedURI} ${disposition}`),
							{ once: true },
						),
					),
					fetch(address).then(
						({ status }) => `answered ${status}`,
						() => 'failed',
					),
				]),
			url,
		);
		expect({ refusal, outcome }).toEqual({ refusal: `connect-src ${url} enforce`, outcome: 'failed' });
		await page.close();
	}
});
