import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PRESETS } from '../../../utils/settings/presets.ts';
import { expect, test } from '../harness/chromium.ts';
import { onlyOllama } from '../harness/local-ports.ts';
import { chatOn } from './chat-page.ts';

test.describe('a server at its usual port', () => {
	test.use({
		browserArgs: async ({ server }, use) => use([onlyOllama(server.port)]),
	});

	test('is found from the settings, connected with one click, and answers', async ({ extension }) => {
		const options = await extension.open('options.html');
		await options.getByRole('button', { name: 'Find servers on this computer' }).click();
		await options.getByRole('listitem').filter({ hasText: 'port 11434' }).getByRole('button').click();
		await expect(options.getByText('Saved', { exact: true })).toBeVisible();
		await expect(options.getByRole('button', { name: /Ollama 127\.0\.0\.1:11434/ })).toBeVisible();

		const { ask, answers } = chatOn(await extension.open('sidepanel.html'));
		await ask('Who is there?');
		await expect(answers).toContainText('not a language model');
	});

	test('is found from the window, and answers', async ({ extension }) => {
		const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
		await page.getByRole('button', { name: /A model on this computer/ }).click();
		await expect(page.getByRole('textbox', { name: 'Message' })).toBeFocused();
		await ask('Who is there?');
		await expect(answers).toContainText('not a language model');
	});
});

const COMPANIES = PRESETS.filter(({ place }) => place !== 'computer').map(
	({ url }) => url.split('/')[2] ?? '',
);

/** The companies among the places where the browser wanted to go; it also calls its own maker. */
function companiesIn(wanted: readonly string[]): string[] {
	return COMPANIES.filter((host) => wanted.some((address) => address.includes(host)));
}

/** A proxy that lets nothing through and notes where the browser wanted to go. */
const withProxy = test.extend<{ wanted: string[] }>({
	// Each test has a list of its own. Playwright reads the names of the fixtures that are needed, so one is named.
	wanted: async ({ language: _language }, use) => use([]),
	browserArgs: async ({ wanted }, use) => {
		const proxy = createServer((request, response) => {
			wanted.push(request.url ?? '');
			response.writeHead(502).end();
		});
		proxy.on('connect', (request, socket) => {
			wanted.push(request.url ?? '');
			// The browser may hang up first.
			socket.on('error', () => undefined);
			socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
		});
		proxy.listen(0, '127.0.0.1');
		await once(proxy, 'listening');
		await use([`--proxy-server=127.0.0.1:${(proxy.address() as AddressInfo).port}`]);
		proxy.close();
	},
});

for (const [key, company, host] of [
	['sk-or-v1-0123456789', 'OpenRouter', 'openrouter.ai'],
	['sk-ant-api03-0123456789', 'Anthropic', 'api.anthropic.com'],
	['gsk_0123456789', 'Groq', 'api.groq.com'],
	['AIzaSy0123456789', 'Google Gemini', 'generativelanguage.googleapis.com'],
] as const) {
	withProxy(
		`a key of ${company} leaves for ${host} alone, which is said before`,
		async ({ extension, wanted }) => {
			const page = await extension.open('sidepanel.html');
			await page.getByRole('button', { name: /A key from OpenAI/ }).click();
			await expect(page.getByRole('textbox', { name: 'API key' })).toBeFocused();
			await page.keyboard.insertText(key);
			await expect(page.getByText(`sent to ${host} (${company}) and to nobody else`)).toBeVisible();
			expect(companiesIn(wanted)).toEqual([]);
			await page.getByRole('button', { name: 'Connect', exact: true }).click();
			await expect(page.getByRole('alert')).toBeVisible();
			expect(companiesIn(wanted)).toEqual([host]);
		},
	);
}

withProxy(
	'a key that may be anyone’s leaves for nobody before a company is chosen',
	async ({ extension, wanted }) => {
		const page = await extension.open('sidepanel.html');
		await page.getByRole('button', { name: /A key from OpenAI/ }).click();
		await page.keyboard.insertText('sk-0123456789abcdef0123456789abcdef');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('textbox', { name: 'API key' })).toHaveAccessibleDescription(
			/sent to nobody/,
		);
		expect(companiesIn(wanted)).toEqual([]);
		await page.getByRole('searchbox', { name: 'Search servers' }).click();
		await page.keyboard.type('deep');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(page.getByText('sent to api.deepseek.com (DeepSeek)')).toBeVisible();
		await page.getByRole('textbox', { name: 'API key' }).press('Enter');
		await expect(page.getByRole('alert')).toBeVisible();
		expect(companiesIn(wanted)).toEqual(['api.deepseek.com']);
	},
);

test('a server is found in the list by the keyboard, with the page where its key is got', async ({
	extension,
}) => {
	const page = await extension.open('options.html');
	await page.getByRole('button', { name: 'Add server' }).click();
	await page.getByRole('searchbox', { name: 'Search servers' }).focus();
	await page.keyboard.type('claude');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Server URL' })).toHaveValue('https://api.anthropic.com/v1');
	const link = page.getByRole('link', { name: 'Get a key: Anthropic' });
	await expect(link).toHaveAttribute('target', '_blank');
	await expect(link).toHaveAttribute('rel', 'noreferrer');
});

for (const language of ['en', 'ru'] as const) {
	test.describe(`320 pixels wide, in ${language}`, () => {
		test.use({ language });

		test('the list of servers and the card for a key fit', async ({ extension }) => {
			for (const name of ['options.html', 'popup.html'] as const) {
				const page = await extension.open(name);
				await page.setViewportSize({ width: 320, height: 600 });
				if (name === 'popup.html') await page.getByRole('button', { name: /OpenAI/ }).click();
				const search = page.getByRole('searchbox');
				await expect(search).toBeVisible();
				await page.getByRole('button', { name: 'Anthropic' }).click();
				await expect(page.getByRole('link')).toBeVisible();
				const overflow = await page.evaluate(() => {
					const { scrollWidth, clientWidth } = document.documentElement;
					return scrollWidth - clientWidth;
				});
				expect(overflow).toBe(0);
			}
		});
	});
}
