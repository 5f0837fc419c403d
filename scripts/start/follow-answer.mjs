// @ts-check
/**
 * @import { Page } from 'puppeteer-core'
 * @import { Message } from '../../utils/chat/schema.ts'
 * @import { Update } from '../../utils/run/protocol.ts'
 */

/**
 * Runs in the page: follows the chat that the page shows, over a port of its own, as a window does.
 * @returns {Promise<Message | null>} the answer as it was saved; null where it had ended before we looked
 */
async function watch() {
	const { 'current-chat': chatId } = await chrome.storage.session.get('current-chat');
	const port = chrome.runtime.connect({ name: 'lockchat' });
	return new Promise((resolve) => {
		port.onMessage.addListener((/** @type {Update} */ update) => {
			if (update.type === 'snapshot') {
				const [run] = update.runs;
				// A quick answer has ended, and is saved.
				if (!run) return resolve(null);
				for (const part of run.message.parts)
					if (part.type === 'text') globalThis.tellTerminal(part.text);
					else resolve(null);
			}
			if (update.type !== 'events') return;
			for (const event of update.events) {
				if (event.type === 'text') globalThis.tellTerminal(event.text);
				if (event.type === 'ended') resolve(event.message);
			}
			port.postMessage({ type: 'ack', answerId: update.answerId, rev: update.rev });
		});
		port.postMessage({ type: 'attach', chatId });
	});
}

/**
 * Prints the answer that a window shows, as it streams, and resolves when the window has drawn all of it.
 * @param {Page} page a window of the extension, asking
 * @param {(text: string) => void} print
 * @returns {Promise<boolean>} whether it is a whole answer
 */
export async function followAnswer(page, print) {
	await page.waitForFunction(
		async () => 'current-chat' in (await chrome.storage.session.get('current-chat')),
	);
	await page.exposeFunction('tellTerminal', print);
	const ended = await page.evaluate(watch);
	const article = await page.waitForSelector('article:last-of-type[aria-busy=false]');
	const shown = (await article?.evaluate((element) => element.textContent)) ?? '';
	if (ended === null || ended.status !== 'done') print(`\n${shown}`);
	print('\n');
	return ended === null ? shown !== '' : ended.status === 'done';
}
