import type { Page } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import type { ExtensionApi } from '../harness/extension-api.ts';
import { chatOn } from './chat-page.ts';

declare const chrome: ExtensionApi;

const SIZES = { few: 2_000, many: 8_000 } as const;

/** Counts, in the page, what a stream costs it: nodes made, port messages, and the frames there were. */
function countWork(): void {
	const work = { nodes: 0, events: 0, frames: 0 };
	requestAnimationFrame(function frame() {
		work.frames += 1;
		requestAnimationFrame(frame);
	});
	const connect = chrome.runtime.connect.bind(chrome.runtime);
	chrome.runtime.connect = (...args: unknown[]) => {
		const port = Reflect.apply(connect, null, args);
		port.onMessage.addListener((update: unknown) => {
			if (typeof update !== 'object' || update === null || Reflect.get(update, 'type') !== 'events') return;
			work.events += 1;
		});
		return port;
	};
	const sizeOf = (node: Node): number => {
		let size = 1;
		for (const child of node.childNodes) size += sizeOf(child);
		return size;
	};
	new MutationObserver((records) => {
		for (const { addedNodes } of records) for (const node of addedNodes) work.nodes += sizeOf(node);
	}).observe(document, { subtree: true, childList: true });
	Object.assign(window, {
		work,
		sizeOf: (selector: string) => sizeOf(document.querySelector(selector) ?? document),
	});
}

const workIn = (page: Page) =>
	page.evaluate(() => {
		const { work, sizeOf } = window as unknown as {
			work: { nodes: number; events: number; frames: number };
			sizeOf(selector: string): number;
		};
		return { ...work, standing: sizeOf('html') };
	});

test('a stream makes no element twice, and takes at most one port message a frame', async ({
	extension,
	endpoint,
}) => {
	const model = `demo-fast:${SIZES.many}`;
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const page = await extension.context.newPage();
	await page.addInitScript(countWork);
	await page.goto(`chrome-extension://${extension.id}/sidepanel.html`);
	const { ask, answers, composer } = chatOn(page);
	await composer.waitFor();
	const before = await workIn(page);
	await ask('Work.');
	// The answer is busy from its first drawing on.
	await expect(answers).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
	const after = await workIn(page);

	const events = after.events - before.events;
	// The first event, the first words and the end do not wait for a frame. A window that draws slowly is sent few more.
	expect(events).toBeGreaterThan(3);
	expect(events).toBeLessThanOrEqual(after.frames - before.frames + 3);

	const made = after.nodes - before.nodes;
	const stand = after.standing - before.standing;
	expect(stand).toBeGreaterThan(1_000);
	expect(made / stand).toBeLessThanOrEqual(1.05);
});

test('what is written to the database does not grow with the number of tokens', async ({
	extension,
	endpoint,
	server,
}) => {
	const models = [SIZES.few, SIZES.many].map((tokens) => `demo-fast:${tokens}`);
	await extension.seed({ endpoints: [{ ...endpoint, models }] });
	const { page, ask, answers } = chatOn(await extension.open('sidepanel.html'));
	const worker = await extension.worker();
	await worker.evaluate(() => {
		const writes = { count: 0 };
		Object.assign(globalThis, { writes });
		for (const name of ['put', 'add'] as const) {
			const write = IDBObjectStore.prototype[name];
			IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: [unknown]) {
				writes.count += 1;
				return write.apply(this, args);
			};
		}
	});
	for (const model of models) {
		await page.getByRole('combobox', { name: 'Model' }).selectOption({ label: model });
		const before = await worker.evaluate(() => Reflect.get(globalThis, 'writes').count);
		await ask('Write.');
		const request = await server.waitForRequest((asked) => asked.model === model && asked.endedAt !== null);
		await expect(answers.last()).toHaveAttribute('aria-busy', 'false', { timeout: 60_000 });
		const writes = (await worker.evaluate(() => Reflect.get(globalThis, 'writes').count)) - before;
		// The writes are the chat, two messages with their nodes, the answer and its node once more, and a checkpoint each 0.9 s.
		const seconds = ((request.endedAt ?? 0) - request.startedAt) / 1000;
		expect(writes).toBeGreaterThanOrEqual(7);
		expect(writes).toBeLessThanOrEqual(7 + 2 + Math.ceil(seconds / 0.9));
	}
});
