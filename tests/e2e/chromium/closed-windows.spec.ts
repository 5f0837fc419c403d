import type { Worker } from '@playwright/test';
import { expect, test } from '../harness/chromium.ts';
import { createPacedModel } from '../harness/paced-model.ts';
import { chatOn } from './chat-page.ts';

const WORDS = Array.from({ length: 12 }, (_, index) => `${index + 1} `);

/** Counts the timers that wait in the background, without those that were there before. */
async function countTimers(worker: Worker): Promise<() => Promise<number>> {
	await worker.evaluate(() => {
		const waiting = new Set<unknown>();
		const { setTimeout, clearTimeout, setInterval, clearInterval } = globalThis;
		const forget = (timer: unknown) => void waiting.delete(timer);
		Object.assign(globalThis, {
			waiting,
			setTimeout(run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) {
				const timer = setTimeout(() => {
					forget(timer);
					run(...args);
				}, ms);
				waiting.add(timer);
				return timer;
			},
			setInterval(run: () => void, ms?: number, ...args: unknown[]) {
				const timer = setInterval(run, ms, ...args);
				waiting.add(timer);
				return timer;
			},
			clearTimeout(timer?: number) {
				forget(timer);
				clearTimeout(timer);
			},
			clearInterval(timer?: number) {
				forget(timer);
				clearInterval(timer);
			},
		});
	});
	return () => worker.evaluate(() => Reflect.get(globalThis, 'waiting').size);
}

test('windows that are closed leave no timer in the background: neither while an answer goes on nor at rest', async ({
	extension,
	endpoint,
	server,
}) => {
	const { model, next } = createPacedModel(server, 'left alone', WORDS);
	await extension.seed({ endpoints: [{ ...endpoint, models: [model] }] });
	const timers = await countTimers(await extension.worker());
	const asker = chatOn(await extension.open('popup.html'));
	await asker.ask('Count.');
	next(6);
	await expect(asker.answers).toHaveText('1 2 3 4 5 6');
	await asker.page.close();
	// These are the timers of the run itself: its patience with the server, and what keeps the background alive for it.
	await expect.poll(timers).toBe(2);

	for (let count = 0; count < 3; count += 1) {
		const window = chatOn(await extension.open('sidepanel.html'));
		await expect(window.answers).toHaveText('1 2 3 4 5 6');
		await window.page.close();
	}
	await expect.poll(timers).toBe(2);

	next(7);
	await server.waitForRequest((asked) => asked.model === model && asked.endedAt !== null);
	await expect.poll(timers).toBe(0);
});
