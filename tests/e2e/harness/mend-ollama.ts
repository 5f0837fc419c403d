import { expect } from '@playwright/test';
import type { Page } from 'puppeteer-core';
import { startArticleServer } from '../headed/article-server.ts';
import { byRole } from './by-role.ts';
import { readStatus, testByHand } from './connect-by-hand.ts';
import { type OllamaServer, startOllama } from './ollama-server.ts';
import { ask, readChat } from './read-chat.ts';

/** A browser with the extension in it that only Puppeteer reaches, Chromium or Firefox. */
export interface OllamaBrowser {
	/** The origin of the extension's requests: `chrome-extension://…`. */
	origin: string;
	/** Opens a page of the extension in a tab. */
	open(name: 'options.html' | 'sidepanel.html'): Promise<Page>;
	newPage(): Promise<Page>;
	/** Does something in an extension page that makes it ask for access to a server, and allows that. */
	allow(page: Page, act: () => Promise<void>): Promise<void>;
}

const FIX = byRole('button', 'Leave out the Origin header');
const OLLAMA_ORIGINS = 'OLLAMA_ORIGINS=chrome-extension://*,moz-extension://*';

async function startTwo(): Promise<{ ollama: OllamaServer; other: OllamaServer; close(): Promise<void> }> {
	const [ollama, other] = [await startOllama(), await startOllama()];
	return {
		ollama,
		other,
		async close() {
			await ollama.close();
			await other.close();
		},
	};
}

/** Tests a new endpoint, and allows access to its server. Only then is the server's own answer seen. */
async function connect(browser: OllamaBrowser, page: Page, url: string): Promise<void> {
	await testByHand(page, { name: 'Ollama', url });
	await expect.poll(() => readStatus(page)).toContain('Lockchat may not talk to');
	const allow = byRole('button', `Allow access to ${new URL(url).host}`);
	await browser.allow(page, () => page.locator(allow).click());
}

/** The last question that reached the server. Other requests are left out: the extension also sends DELETE for kept streams. */
const lastAsked = ({ arrived }: OllamaServer) => arrived.findLast(({ method }) => method === 'POST');

/** Checks that the server refused, that the user is told why, and that the way to mend it is offered. */
async function expectRefused(browser: OllamaBrowser, page: Page, server: OllamaServer): Promise<void> {
	const { host } = new URL(server.url);
	await expect.poll(() => readStatus(page)).toContain(`${host} refuses browser extensions`);
	expect(await readStatus(page)).toContain(OLLAMA_ORIGINS);
	await page.waitForSelector(FIX);
	expect(await page.$$eval('code', (all) => all.map(({ textContent }) => textContent))).toEqual([
		OLLAMA_ORIGINS,
	]);
	expect(lastAsked(server)).toMatchObject({ origin: browser.origin, status: 403 });
}

/** Pages of other origins, and what Ollama answers them. The extension has access to the first page's host. */
const PAGES = [
	{ hostname: '127.0.0.1', status: 200 },
	{ hostname: 'pages.localhost', status: 403 },
];

/** A page of the web asks the server by itself; resolves to the page's origin. */
async function askFromPage(browser: OllamaBrowser, server: OllamaServer, hostname: string): Promise<string> {
	const article = await startArticleServer();
	try {
		const page = await browser.newPage();
		const address = new URL(article.url);
		address.hostname = hostname;
		await page.goto(address.href);
		await page.evaluate(async (url) => {
			const body = JSON.stringify({ model: 'gpt-4', messages: [{ role: 'user', content: 'Hi' }] });
			await fetch(`${url}/v1/chat/completions`, { method: 'POST', mode: 'no-cors', body });
		}, server.url);
		await page.close();
		return address.origin;
	} finally {
		await article.close();
	}
}

/**
 * Case 31, from the first test of an endpoint to an answer. The rule changes only requests of the extension to this one
 * server. Requests of web pages, and requests to other servers, stay as they were.
 */
export async function mendOllama(browser: OllamaBrowser): Promise<void> {
	const { ollama, other, close } = await startTwo();
	try {
		const page = await browser.open('options.html');
		await connect(browser, page, ollama.url);
		await expectRefused(browser, page, ollama);
		expect(ollama.arrived).toContainEqual({ method: 'GET', origin: undefined, status: 200 });

		await page.locator(FIX).click();
		await expect.poll(() => readStatus(page)).toContain(`${new URL(ollama.url).host} works`);
		expect(lastAsked(ollama)).toEqual({ method: 'POST', origin: undefined, status: 200 });
		await page.locator(byRole('button', 'Save')).click();
		await expect.poll(() => readStatus(page)).toBe('Saved');

		const chat = await browser.open('sidepanel.html');
		await ask(chat, 'May I?');
		await expect
			.poll(() => readChat(chat))
			.toMatchObject({ answers: [expect.stringContaining('not a language model')] });

		for (const { hostname, status } of PAGES) {
			const origin = await askFromPage(browser, ollama, hostname);
			expect(lastAsked(ollama)).toMatchObject({ origin, status });
		}

		const again = await browser.open('options.html');
		await testByHand(again, { name: 'Another', url: other.url });
		await expectRefused(browser, again, other);
	} finally {
		await close();
	}
}
