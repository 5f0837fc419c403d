import type { Page } from 'puppeteer-core';
import { byRole } from '../harness/by-role.ts';
import { expect, test as headedTest } from '../harness/headed-chromium.ts';
import { onlyOllama } from '../harness/local-ports.ts';
import { type OllamaServer, startOllama } from '../harness/ollama-server.ts';
import { ask, readChat } from '../harness/read-chat.ts';

/** An Ollama as it is installed, at its usual port, and nothing else on this computer. */
const test = headedTest.extend<{ ollama: OllamaServer }>({
	// Playwright reads the names of the fixtures that are needed, so one is named.
	ollama: async ({ language: _language }, use) => {
		const ollama = await startOllama();
		await use(ollama);
		await ollama.close();
	},
	browserArgs: async ({ ollama }, use) => use([onlyOllama(new URL(ollama.url).port)]),
});

const click = (page: Page, name: string) => page.locator(`button ::-p-text(${name})`).click();

test('cases 139 and 140: from the real toolbar popup, with Ollama as it is installed, four clicks lead to an answer in the side panel', async ({
	headed,
	ollama,
}) => {
	let clicks = 1;
	const popup = await headed.openPopup();
	const closed = new Promise((resolve) => popup.once('close', resolve));
	clicks += 1;
	await click(popup, 'A model on this computer');
	const letIn = await popup.waitForSelector('button ::-p-text(Let Lockchat talk to Ollama)');
	clicks += 1;
	// The popup may be gone before it tells that it was clicked.
	await Promise.race([letIn?.click().catch(() => undefined), closed]);
	await closed;
	const panel = await headed.sidePanel();
	// The prompt opens with the focus on Deny, and ignores keys for half a second, to prevent accidents.
	await headed.hands.untilStill();
	clicks += 1;
	await headed.hands.press('Tab', 'Return');

	await panel.waitForSelector(byRole('combobox', 'Model'));
	expect(clicks).toBe(4);
	await ask(panel, 'Who is there?');
	await expect
		.poll(() => readChat(panel))
		.toMatchObject({ answers: [expect.stringContaining('not a language model')], isBusy: false });
	expect(ollama.arrived.findLast(({ method }) => method === 'POST')).toMatchObject({
		origin: undefined,
		status: 200,
	});
});
