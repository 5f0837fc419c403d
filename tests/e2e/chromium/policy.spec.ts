import type { BrowserContext, Page } from '@playwright/test';
import { addEndpoint } from '../harness/add-endpoint.ts';
import { expect, test } from '../harness/chromium.ts';
import { chatOn } from './chat-page.ts';

const RICH = `## All at once

\`\`\`ts
export const answer: number = 42; // coloured when it is complete
\`\`\`

| Where | What |
| --- | --- |
| here | this |

$$
\\int_0^1 x^2\\,dx = \\frac{1}{3}
$$

![a leak](https://example.com/leak.png?q=secret) <img src=x onerror="document.title='injected'"> and a
[link](javascript:document.title='injected').

- [x] done
`;

// Scripts that are added to every page stay until their browser ends.
test.use({ ownBrowser: true });

/** What each page of the context was refused by its policy, from its first script on. */
async function recordViolations(context: BrowserContext): Promise<(page: Page) => Promise<string[]>> {
	await context.addInitScript(() => {
		const violations: string[] = [];
		Object.assign(window, { violations });
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			violations.push(`${violatedDirective} ${blockedURI}`),
		);
	});
	return (page) => page.evaluate(() => Reflect.get(window, 'violations'));
}

for (const name of ['popup.html', 'sidepanel.html'] as const) {
	test(`a whole conversation in ${name} breaks its policy nowhere`, async ({
		extension,
		endpoint,
		server,
	}) => {
		const violationsOf = await recordViolations(extension.context);
		const model = server.script(`rich-${name}`, [{ token: RICH }, { done: true }]);
		await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
		const { page, ask, answers } = chatOn(await extension.open(name));
		await ask('Show me all of it.');
		await expect(answers.locator('math')).toBeVisible();
		await expect(answers.locator('pre code [class*=hljs]').first()).toBeVisible();
		await expect(answers.getByRole('table')).toBeVisible();
		await expect(answers.locator('img')).toHaveCount(0);
		await expect(page).toHaveTitle('Lockchat');
		await page.getByRole('button', { name: 'History' }).click();
		await page.getByRole('dialog').getByRole('button', { name: 'More' }).click();
		await page.getByRole('menuitem', { name: 'Delete' }).click();
		await expect(page.getByRole('dialog').getByRole('button', { name: 'Undo' })).toBeVisible();
		expect(await violationsOf(page)).toEqual([]);
	});
}

test('setting an endpoint up breaks the policy of options.html nowhere', async ({ extension, server }) => {
	const violationsOf = await recordViolations(extension.context);
	const page = await extension.open('options.html');
	await addEndpoint(page, { name: 'Mine', url: server.url, models: 'gpt-4' });
	await page.getByRole('button', { name: 'Test connection' }).click();
	await expect(page.getByRole('status')).toContainText('works');
	expect(await violationsOf(page)).toEqual([]);
});

for (const name of ['popup.html', 'sidepanel.html', 'options.html'] as const) {
	test(`${name} can connect nowhere, and takes no style or script from elsewhere`, async ({
		extension,
		server,
	}) => {
		const violationsOf = await recordViolations(extension.context);
		const page = await extension.open(name);
		const isRefused = await page.evaluate(
			(url) =>
				fetch(`${url}/v1/models`).then(
					() => false,
					() => true,
				),
			server.url,
		);
		expect(isRefused).toBe(true);
		await page.evaluate((url) => {
			document.head.append(
				Object.assign(document.createElement('style'), { textContent: 'body { color: red }' }),
			);
			document.body.append(Object.assign(new Image(), { src: `${url}/leak.png` }));
		}, server.url);
		await expect
			.poll(() => violationsOf(page))
			.toEqual([
				`connect-src ${server.url}/v1/models`,
				'style-src-elem inline',
				`img-src ${server.url}/leak.png`,
			]);
	});
}
